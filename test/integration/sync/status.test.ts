import { describe, expect, it } from 'vitest';
import { openCore } from '../../../src-main/boot/core.ts';
import { startLiveWorld } from '../../support/live-world.ts';
import { unwrap } from '../../support/practice-world.ts';

const LISTEN = { signal: new AbortController().signal, onProgress: () => undefined };

describe('status', () => {
  it('beside a running process tells of the quota that this one uses, and of none when it has ended', async () => {
    const world = await startLiveWorld();
    const beside = unwrap(
      await openCore({
        dataDir: world.dataDir,
        secretKey: world.secretKey,
        nativeBinding: null,
        isWriter: false,
      }),
    );
    expect(beside.engine.sync.state().quotaPercent).toBe(0);
    const stop = new AbortController();
    let seen = 0;
    let own = 0;
    await world.engine.sync.run({
      signal: stop.signal,
      onEvent: ({ kind }) => {
        if (kind !== 'synced') return;
        setTimeout(() => {
          seen = beside.engine.sync.state().quotaPercent;
          own = world.engine.sync.state().quotaPercent;
          stop.abort();
        }, 200);
      },
    });
    expect(seen).toBeGreaterThan(0);
    // What the other one wrote down is at most a moment old, and its use only grows meanwhile.
    expect(seen).toBeLessThanOrEqual(own);
    expect(own - seen).toBeLessThan(3);
    expect(beside.engine.sync.state().quotaPercent).toBe(0);
    await beside.close();
  });

  it('counts what differs and stays so, as each look finds it', async () => {
    const world = await startLiveWorld();
    const left = () => world.engine.status().differing.left;
    await world.sync(true);
    expect(left()).toBe(0);
    const { item } = world.pick();
    world.practice.tillService.staff.editItem(item.id, { price: 4444 });
    await world.sync();
    const [run] = world.engine.runs(1);
    unwrap(await world.engine.undo(run?.id ?? (0 as never), LISTEN));
    await world.sync(true);
    expect(left(), 'what was undone stays different').toBe(1);
    world.practice.tillService.staff.editItem(item.id, { price: 4500 });
    await world.sync();
    expect(left(), 'a change brings it in step').toBe(0);
  });

  it('counts a pinned field that was changed on one side, without a full comparison', async () => {
    const world = await startLiveWorld();
    await world.sync(true);
    const { item } = world.pick();
    const link = world.engine.links({ limit: 1000, offset: 0 }).find((it) => it.cloverId === item.id);
    unwrap(world.engine.records.pin(link?.id ?? 0, 'price', true));
    world.practice.tillService.staff.editItem(item.id, { price: 4444 });
    await world.sync();
    expect(world.engine.status().differing.left).toBe(1);
  });

  it('of a process that comes later knows when both sides were last looked at, and that nothing looks', async () => {
    const world = await startLiveWorld();
    await world.sync();
    const lookedMs = world.engine.sync.state().lastPassMs;
    const open = async () =>
      unwrap(
        await openCore({
          dataDir: world.dataDir,
          secretKey: world.secretKey,
          nativeBinding: null,
          isWriter: false,
        }),
      );
    const later = await open();
    const { isLooking, lastPassMs, away } = later.engine.sync.state();
    expect({ isLooking, away }).toEqual({ isLooking: false, away: { till: null, store: null } });
    expect(Math.abs((lastPassMs ?? 0) - (lookedMs ?? 0))).toBeLessThan(10_000);
    await later.close();
  });
});

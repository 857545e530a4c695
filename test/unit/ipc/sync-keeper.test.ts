import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { makeConflict, makeStockRow } from './fake-live-face.ts';
import { openLiveDesk } from './open-live-desk.ts';

describe('the sync beside the window', () => {
  it('rests while a plan has both sides for itself, and goes on after it', async () => {
    const { live, refused } = openLiveDesk();
    expect(live.asked).toEqual(['run']);
    await refused('plan:make', { choices: [] });
    expect(live.asked).toEqual(['run', 'stop', 'plan', 'run']);
  });

  it('does nothing by itself before a first import was approved', async () => {
    const desk = openLiveDesk();
    desk.known.lastSyncMs = null;
    await desk.refused('plan:make', { choices: [] });
    // The one that ran before is not begun again.
    expect(desk.live.asked).toEqual(['run', 'stop', 'plan']);
  });

  it('a pass that changed nothing asks no list anew, and one that did asks all of them', async () => {
    const { live, heard, settle } = openLiveDesk();
    live.tell({ kind: 'synced', result: live.result });
    await settle();
    heard.length = 0;
    live.tell({ kind: 'synced', result: live.result });
    await settle();
    expect(new Set(heard)).toEqual(new Set(['sync:changed']));
    live.tell({ kind: 'synced', result: { ...live.result, applied: { till: 0, store: 1 } } });
    await settle();
    expect(heard).toEqual(
      expect.arrayContaining(['products:changed', 'conflicts:changed', 'stock:changed', 'log:changed']),
    );
  });

  it('a side that is lost is told at once, and again when it is back', async () => {
    const { live, call } = openLiveDesk();
    const failure = createFailure('NET_UNREACHABLE', { host: 'the store' });
    live.tell({ kind: 'side', side: 'store', failure });
    expect((await call('status:get', {})).reach.store?.code).toBe('NET_UNREACHABLE');
    live.tell({ kind: 'side', side: 'store', failure: null });
    expect((await call('status:get', {})).reach.store).toBeNull();
  });

  it('tells how many things it has for a person', async () => {
    const { live, call } = openLiveDesk();
    live.conflicts.push(makeConflict({ id: 1 }), makeConflict({ id: 2 }));
    live.stock.push(makeStockRow({ linkId: 1, word: 'oversold' }), makeStockRow({ linkId: 2, word: 'low' }));
    expect(await call('sync:state', {})).toMatchObject({
      isRunning: true,
      conflicts: 2,
      parked: 0,
      stock: { oversold: 1, out: 0, low: 1 },
      brakedRunId: null,
    });
  });

  it('counts anew what a pass, or a person, has changed', async () => {
    const { live, call, states, settle } = openLiveDesk();
    expect(await call('sync:state', {})).toMatchObject({ conflicts: 0, parked: 0 });
    live.conflicts.push(makeConflict({ id: 1 }));
    live.tell({ kind: 'synced', result: { ...live.result, conflicts: 1 } });
    await settle();
    expect(states.at(-1)).toMatchObject({ conflicts: 1 });
    await call('conflicts:resolveAll', { field: 'price', take: 'till', isAlways: false });
    expect(await call('sync:state', {})).toMatchObject({ conflicts: 0 });
  });

  it('a pause is told, and whoever says “now” means now', async () => {
    const { live, call, states, settle } = openLiveDesk();
    expect(await call('sync:pause', { minutes: 15 })).toMatchObject({ pausedUntilMs: 900_000 });
    await settle();
    expect(states.at(-1)).toMatchObject({ pausedUntilMs: 900_000 });
    live.result = { ...live.result, applied: { till: 1, store: 2 } };
    expect(await call('sync:now', { isFull: true })).toMatchObject({ applied: { till: 1, store: 2 } });
    expect(live.asked).toEqual(['run', 'pause 15', 'pause 0', 'stop', 'once, full', 'run']);
  });

  it('an end waits for the pass under way, but not for a side that never answers', async () => {
    const calm = openLiveDesk();
    expect(await calm.close()).toBe(0);
    const stuck = openLiveDesk();
    stuck.live.isStuck = true;
    expect(await stuck.close()).toBe(5_000);
  });
});

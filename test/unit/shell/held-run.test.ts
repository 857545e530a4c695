import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src-main/shell/ask.ts';
import { createRunHold, type HeldRun } from '../../../src-main/shell/held-run.ts';
import { createSyncControl } from '../../../src-main/shell/sync-control.ts';

interface World {
  activeRunId: number | null;
  unfinishedRunId: number | null;
  state: string;
  isReached: boolean;
  /** Of `run:apply`. */
  isApplied: boolean;
}

function open(given: Partial<World> = {}) {
  const world: World = {
    ...{ activeRunId: null, unfinishedRunId: 7, state: 'cancelled', isReached: true, isApplied: true },
    ...given,
  };
  const asked: string[] = [];
  const rings: (() => void)[] = [];
  let kept: HeldRun | null = null;
  const held = {
    read: () => kept,
    keep: (run: HeldRun | null) => {
      kept = run;
    },
  };
  const readStatus = () => ({
    ...world,
    reach: { till: world.isReached ? null : { code: 'NET_REFUSED' }, store: null },
  });
  const answers: Record<string, () => unknown> = {
    'status:get': readStatus,
    'connection:test': readStatus,
    'run:list': () => [{ runId: world.unfinishedRunId, state: world.state }],
    'run:cancel': () => {
      world.activeRunId = null;
      return { isCancelling: true };
    },
    'run:apply': () => ({}),
  };
  const ask = (async (channel: string) => {
    asked.push(channel);
    return { ok: channel !== 'run:apply' || world.isApplied, value: answers[channel]?.() };
  }) as unknown as Ask;
  const runs = createRunHold(ask, held);
  const control = createSyncControl({
    ask,
    clock: { nowMs: () => 1000 },
    timers: {
      after: (_delayMs, callback) => {
        rings.push(callback);
        return { cancel: () => undefined };
      },
    },
    runs,
    noteSleep: (word) => void asked.push(word),
    tell: () => undefined,
    onChange: () => undefined,
  });
  const isTakenUp = async (): Promise<boolean> => {
    asked.length = 0;
    await runs.takeUp();
    return asked.includes('run:apply');
  };
  return { world, asked, rings, held, runs, control, isTakenUp };
}

describe('a run that an earlier start left', () => {
  it('is taken up when the program itself had stopped it', async () => {
    const { held, isTakenUp } = open();
    held.keep({ runId: 7, tries: 0 });
    expect(await isTakenUp()).toBe(true);
    expect(held.read()).toBeNull();
  });

  it('is taken up when a crash cut it off', async () => {
    expect(await open({ state: 'applying' }).isTakenUp()).toBe(true);
  });

  it('is left alone when a person had stopped it', async () => {
    const { held, isTakenUp } = open({ state: 'cancelled' });
    expect(await isTakenUp()).toBe(false);
    held.keep({ runId: 6, tries: 0 });
    expect(await isTakenUp()).toBe(false);
  });

  it('waits while a side cannot be reached', async () => {
    const { world, isTakenUp } = open({ state: 'applying', isReached: false });
    expect(await isTakenUp()).toBe(false);
    world.isReached = true;
    expect(await isTakenUp()).toBe(true);
  });

  it('is left to a person when it was in vain twice', async () => {
    const { held, isTakenUp } = open({ state: 'stopped', isApplied: false });
    held.keep({ runId: 7, tries: 0 });
    expect([await isTakenUp(), await isTakenUp(), await isTakenUp()]).toEqual([true, true, false]);
  });

  it('is none while another is under way', async () => {
    expect(await open({ activeRunId: 8, state: 'applying' }).isTakenUp()).toBe(false);
  });
});

it('the end of the program keeps which run was under way, before anything is closed', async () => {
  const { world, held, control } = open();
  world.activeRunId = 9;
  control.close();
  world.activeRunId = null;
  await Promise.resolve();
  await Promise.resolve();
  expect(held.read()).toEqual({ runId: 9, tries: 0 });
});

it('P12: sleep and waking are told to the engine at once, before anything else', () => {
  const { asked, control } = open();
  void control.sleep();
  control.wake();
  expect(asked).toEqual(['asleep', 'status:get', 'awake']);
});

it('a pause stops the run and takes it up again when it is over', async () => {
  const { world, asked, rings, control } = open();
  world.activeRunId = 7;
  await control.pause(15);
  expect(control.readPausedUntilMs()).toBe(1000 + 15 * 60_000);
  expect(asked).toEqual(['status:get', 'run:cancel', 'sync:pause']);
  await control.takeUp();
  expect(asked).not.toContain('run:apply');
  rings.at(-1)?.();
  await expect.poll(() => asked).toContain('run:apply');
  expect(control.readPausedUntilMs()).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { findRunToTakeUp, type HeldRun } from '../../../src-main/shell/held-run.ts';
import type { Ask } from '../../../src-main/shell/ask.ts';
import { createSyncControl } from '../../../src-main/shell/sync-control.ts';

interface World {
  activeRunId: number | null;
  unfinishedRunId: number | null;
  state: string;
  isReached: boolean;
  /** Of `run:apply`. */
  endsAs: string;
}

function open(given: Partial<World> = {}) {
  const world: World = {
    activeRunId: null,
    unfinishedRunId: 7,
    state: 'cancelled',
    isReached: true,
    endsAs: 'done',
    ...given,
  };
  const asked: string[] = [];
  let kept: HeldRun | null = null;
  const held = {
    read: () => kept,
    keep: (run: HeldRun | null) => {
      kept = run;
    },
  };
  const readStatus = () => ({
    ...world,
    reach: world.isReached ? { till: null, store: null } : { till: { code: 'NET_REFUSED' }, store: null },
  });
  const answers: Record<string, () => unknown> = {
    'status:get': readStatus,
    'connection:test': readStatus,
    'run:list': () => [{ runId: world.unfinishedRunId, state: world.state }],
    'run:cancel': () => ({ isCancelling: true }),
    'run:apply': () => ({ state: world.endsAs }),
  };
  const ask = (async (channel: string) => {
    asked.push(channel);
    return { ok: true, value: answers[channel]?.() };
  }) as unknown as Ask;
  const control = createSyncControl({
    ask,
    clock: { nowMs: () => 0 },
    timers: { after: () => ({ cancel: () => undefined }) },
    held,
    tell: () => undefined,
    onChange: () => undefined,
  });
  return { world, asked, held, ask, control };
}

describe('a run that an earlier start left', () => {
  it('is taken up when the program itself had stopped it', async () => {
    const { held, asked, control } = open();
    held.keep({ runId: 7, tries: 0 });
    await control.takeUp();
    expect(asked.at(-1)).toBe('run:apply');
    expect(held.read()).toBeNull();
  });

  it('is taken up when a crash cut it off', async () => {
    const { ask, held } = open({ state: 'applying' });
    expect(await findRunToTakeUp(ask, held)).toEqual({ runId: 7, tries: 0 });
  });

  it('is left alone when a person had stopped it', async () => {
    const { ask, held } = open({ state: 'cancelled' });
    expect(await findRunToTakeUp(ask, held)).toBeNull();
    held.keep({ runId: 6, tries: 0 });
    expect(await findRunToTakeUp(ask, held)).toBeNull();
  });

  it('waits while a side cannot be reached', async () => {
    const { ask, held } = open({ state: 'applying', isReached: false });
    expect(await findRunToTakeUp(ask, held)).toBeNull();
  });

  it('is left to a person when it ended the program twice', async () => {
    const { ask, held } = open({ state: 'applying' });
    held.keep({ runId: 7, tries: 1 });
    expect(await findRunToTakeUp(ask, held)).toEqual({ runId: 7, tries: 1 });
    held.keep({ runId: 7, tries: 2 });
    expect(await findRunToTakeUp(ask, held)).toBeNull();
  });

  it('is none while another is under way', async () => {
    const { ask, held } = open({ activeRunId: 8, state: 'applying' });
    expect(await findRunToTakeUp(ask, held)).toBeNull();
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

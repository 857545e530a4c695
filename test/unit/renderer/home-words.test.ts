import { describe, expect, it } from 'vitest';
import type { DriftShape, SyncStateShape } from '../../../src-preload/contract/live-shapes.ts';
import type { RunShape } from '../../../src-preload/contract/run-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { chooseEngineWord } from '../../../src-renderer/features/frame/engine-word.ts';
import { findUndoneImport } from '../../../src-renderer/features/import/say-undone.ts';
import { hasLooked, sayNothingHeld } from '../../../src-renderer/features/rehearsal/held-words.ts';
import { listTestLines } from '../../../src-renderer/features/self-test/list-test-lines.ts';

const STATUS: StatusShape = {
  ...{ mode: 'real', till: null, store: null },
  reach: { till: null, store: null, askedMs: 1 },
  queue: { waiting: 0, running: 0, unknown: 0, parked: 0, oldestSeconds: null },
  products: { synced: 4, waiting: 0, error: 0, conflict: 0, deleted: 0 },
  lastSyncMs: 1,
  differing: { planned: 0, left: 0 },
  ...{ unfinishedRunId: null, activeRunId: null, warnings: [] },
};
const SYNC: SyncStateShape = {
  ...{ isRunning: true, pausedUntilMs: null, lastPassMs: 1, everySeconds: 15, pace: 'shared' },
  ...{ away: { till: null, store: null }, quotaPercent: 3, conflicts: 0, parked: 0, brakedRunId: null },
  stock: { oversold: 0, out: 0, low: 0 },
};
const EMPTY: StatusShape = {
  ...STATUS,
  products: { synced: 0, waiting: 0, error: 0, conflict: 0, deleted: 0 },
};
const RUN: RunShape = {
  ...{ runId: 1, kind: 'import', undoes: null, state: 'done', createdMs: 1, finishedMs: 2, failed: 0 },
  ...{ changes: 3, tillChanges: 0, firstName: null, isHere: true, undone: null },
};
const UNDO: RunShape = { ...RUN, runId: 2, kind: 'undo', undoes: 1, undone: { back: 3, left: 0 } };

describe('the header and Home', () => {
  it('call nothing in step once nothing is linked', () => {
    expect(chooseEngineWord(STATUS, SYNC, false).word).toBe('In step');
    expect(chooseEngineWord(EMPTY, SYNC, false).word).toBe('Ready');
  });

  it('know the newest import that was undone, and none that stands or was made elsewhere', () => {
    expect(findUndoneImport([UNDO, RUN])?.runId).toBe(1);
    expect(findUndoneImport([RUN])).toBeNull();
    expect(findUndoneImport([{ ...RUN, runId: 3 }, UNDO, RUN])).toBeNull();
    expect(findUndoneImport([UNDO, { ...RUN, isHere: false }])).toBeNull();
  });

  it('show a choice in its own colour, and in red only what is broken', () => {
    const choice = { ...SYNC, conflicts: 2 };
    expect(chooseEngineWord(STATUS, choice, false)).toEqual({ tone: 'choice', word: 'Needs you' });
    const broken = { ...STATUS, queue: { ...STATUS.queue, parked: 1 } };
    expect(chooseEngineWord(broken, choice, false).tone).toBe('bad');
    expect(chooseEngineWord(broken, SYNC, false).tone).toBe('bad');
  });
});

describe('the self-test', () => {
  const drift = (why: DriftShape['why']): DriftShape => ({
    ...{ cloverId: 'A', wooId: 1, name: 'Cola', field: 'price', till: 1, store: 2, why },
  });
  const readPlaces = (...drifts: DriftShape[]) =>
    listTestLines({
      ...{ sides: { word: 'waiting' }, relay: { word: 'waiting' }, hub: null },
      comparison: { word: 'found', value: drifts },
    }).at(-1);

  it('leads to Conflicts where what differs is one, and to Stock for what else differs', () => {
    expect(readPlaces(drift('conflict'))).toMatchObject({ places: ['conflicts'], tone: 'choice' });
    expect(readPlaces(drift('waiting'))).toMatchObject({ places: ['stock'], tone: 'waiting' });
    expect(readPlaces(drift('waiting'), drift('conflict'))?.places).toEqual(['conflicts', 'stock']);
    expect(readPlaces(drift('left'))).toMatchObject({ tone: 'good' });
  });
});

describe('a rehearsal with an empty list', () => {
  it('says that both sides agree only once they were looked at since it began', () => {
    expect(hasLooked({ startedMs: 5, lastPassMs: 4 })).toBe(false);
    expect(hasLooked({ startedMs: 5, lastPassMs: null })).toBe(false);
    expect(sayNothingHeld({ startedMs: 5, lastPassMs: 4 }, 0)).toContain('for the first time');
    expect(sayNothingHeld({ startedMs: 5, lastPassMs: 6 }, 0)).toContain('agree');
  });

  it('names the conflicts that wait meanwhile', () => {
    expect(sayNothingHeld({ startedMs: 5, lastPassMs: 6 }, 1)).toBe(
      'Both sides were looked at. 1 conflict waits for your answer under Conflicts; everything else agrees.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { asCloverId, asRunId, asWooId } from '../../../src-main/domain/ids.ts';
import { listFieldEvents } from '../../../src-main/engine/field-events.ts';
import type { RunChange } from '../../../src-main/engine/ledger-ports.ts';

const CHANGE: RunChange = {
  ...{
    id: 1,
    runId: asRunId(4),
    kind: 'product',
    action: 'update_woo',
    reason: 'CHANGED_ON_TILL',
    notes: [],
  },
  ...{ cloverId: asCloverId('A'), wooId: asWooId(7), parentCloverId: null, name: 'Latte', sku: '' },
  decisions: [{ field: 'price', wanted: 475, store: 400, verdict: 'write', rule: 'till-changed' }],
  ...{
    patch: { priceAmount: 475 },
    undo: null,
    tillPatch: null,
    tillUndo: null,
    suggestions: [],
    score: null,
  },
  ...{ state: 'done', failure: null, requestId: null, doneMs: 9, isCreated: false },
};
const tell = (change: Partial<RunChange>) => listFieldEvents({ ...CHANGE, ...change }, 'price', 'sync', 7);

describe('the history of a field', () => {
  it('has what was written, also where an undo left it as it was', () => {
    expect(tell({})).toMatchObject([{ side: 'till', to: 'store', before: 400, after: 475, state: 'done' }]);
    expect(tell({ state: 'kept' })).toMatchObject([{ to: 'store', state: 'done' }]);
    expect(tell({ state: 'undone' })).toMatchObject([{ to: 'store', isUndone: true }]);
  });

  it('has nothing of a write that no longer fitted and was never made', () => {
    expect(tell({ state: 'kept', doneMs: null })).toEqual([]);
    expect(tell({ state: 'planned', doneMs: null })).toEqual([]);
  });

  it('says of a first value on the till that the till had none, not the store', () => {
    const decisions = [
      { field: 'price', wanted: null, store: 400, verdict: 'push', pushed: 400, rule: 'new' },
    ] as const;
    expect(tell({ patch: null, tillPatch: { priceAmount: 400 }, decisions })).toMatchObject([
      { side: 'store', to: 'till', rule: 'new-on-till', before: null, after: 400, other: 400 },
    ]);
  });

  it('shows what both kept only where something was decided', () => {
    const decisions = [{ field: 'price', wanted: 475, store: 400, verdict: 'keep', rule: 'pinned' }] as const;
    expect(tell({ patch: null, decisions })).toMatchObject([
      { to: null, rule: 'pinned', before: 400, after: 400, other: 475 },
    ]);
    expect(tell({ patch: null, decisions, state: 'failed' })).toEqual([]);
  });
});

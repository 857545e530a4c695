import type { FieldDecision, FieldName, FieldValue } from '../domain/fields.ts';
import { STOCK_PARTS } from '../domain/merge-stock.ts';
import type { FieldEvent, Told } from './field-event.ts';
import type { RunChange, RunKind } from './ledger-records.ts';
import { tellWholeChange } from './product-events.ts';

/** What one row of a run did to a field; usually nothing or one thing. */
export function listFieldEvents(
  change: RunChange,
  field: FieldName,
  runKind: RunKind | null,
  wooId: number | null,
): FieldEvent[] {
  const state = readState(change);
  if (state === null) return [];
  const decisions = change.decisions.filter((it) => it.field === field);
  const told =
    decisions.length > 0
      ? decisions.flatMap((decision) => tellDecision(decision, change, runKind))
      : tellWholeChange(change, field, runKind, wooId);
  return told
    .filter(({ to }) => to !== null || state === 'done')
    .map((event) => ({
      ...{ runId: change.runId, atMs: change.doneMs, state },
      ...event,
      failure: state === 'refused' ? change.failure : null,
      isUndone: change.state === 'undone',
      requestId: change.requestId || null, // WooCommerce names none by itself
    }));
}

function readState({ state, doneMs, patch, tillPatch }: RunChange): FieldEvent['state'] | null {
  if (state === 'done' || state === 'undone') return 'done';
  if (state === 'failed') return 'refused';
  if (state === 'waiting') return 'waiting';
  // One that an undo left as it was has been written; one that no longer fitted has not.
  const isWritten = doneMs !== null || (patch === null && tillPatch === null);
  return state === 'kept' && isWritten ? 'done' : null;
}

function tellDecision(decision: FieldDecision, change: RunChange, runKind: RunKind | null): Told[] {
  const { wanted, till = wanted, store = null, verdict, rule, pushed = null, moved } = decision;
  if (runKind === 'undo') return tellUndo(decision, change);
  if (moved) return tellMove(decision);
  const isOwn = rule === 'decided' && (runKind === 'csv' || decision.answer?.take === 'value');
  const own: Partial<Told> = isOwn
    ? { side: 'person', rule: runKind === 'csv' ? 'stock-file' : 'own-value' }
    : {};
  if (verdict === 'write') {
    const draft = isMadeAsDraft(decision, change)
      ? ({ after: 'unpublished', rule: 'made-as-draft' } as const)
      : {};
    return [{ side: 'till', to: 'store', rule, before: store, after: wanted, other: till, ...own, ...draft }];
  }
  if (verdict === 'push') {
    const code = rule === 'new' ? 'new-on-till' : rule;
    return [{ side: 'store', to: 'till', rule: code, before: till, after: pushed, other: store, ...own }];
  }
  // What we made of an empty shelf; the till says nothing of it.
  if (rule === 'ran-out' || rule === 'back-in-stock')
    return [{ side: 'till', to: 'store', rule, before: store, after: pushed, other: till }];
  return [{ side: 'store', to: null, rule, before: store, after: store ?? wanted, other: till }];
}

/** A draft is on sale for nobody, whatever the till says. */
const isMadeAsDraft = ({ field }: FieldDecision, { patch }: RunChange): boolean =>
  field === 'availability' && patch?.status === 'draft';

/** Counts as each side had them when it was planned, and what the pieces of the other side made of them. */
function tellMove({ wanted, till = wanted, store = null, verdict, rule, pushed }: FieldDecision): Told[] {
  const add = (count: FieldValue): number =>
    Math.round((Number(count) + Number(pushed)) * STOCK_PARTS) / STOCK_PARTS;
  if (verdict === 'write')
    return [{ side: 'till', to: 'store', rule, before: store, after: add(store), other: till }];
  if (verdict === 'push')
    return [{ side: 'store', to: 'till', rule, before: till, after: add(till), other: store }];
  return [];
}

/** What an undo wrote back; what it only looked at, it left. */
function tellUndo(decision: FieldDecision, { patch, tillPatch }: RunChange): Told[] {
  const { wanted, till = wanted, store = null, verdict, pushed = null } = decision;
  const undone = { side: 'person', rule: 'put-back' } as const;
  if (tillPatch !== null && verdict === 'push')
    return [{ ...undone, to: 'till', before: till, after: pushed, other: store }];
  if (patch !== null && verdict === 'same')
    return [{ ...undone, to: 'store', before: wanted, after: store, other: till }];
  return [];
}

import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { ReasonCode } from '../domain/plan-row.ts';
import { UNPUBLISHED } from '../domain/stored-fields.ts';
import type { NewTillItem } from '../domain/till-patch.ts';
import type { Told } from './field-event.ts';
import type { RunChange, RunKind } from './ledger-records.ts';

const GONE_FROM_STORE: ReadonlySet<ReasonCode> = new Set(['GONE_FROM_STORE', 'TRASHED_IN_STORE']);

/** What a row that is about the product as a whole, and decides no field, did to one. */
export function tellWholeChange(
  change: RunChange,
  field: FieldName,
  runKind: RunKind | null,
  wooId: number | null,
): Told[] {
  if (runKind === 'undo') return [];
  if (change.tillPatch?.create) return tellMaking(change, field, wooId);
  return field === 'availability' ? tellShown(change) : [];
}

/** A product that the till was given, with the values that it was made with. */
function tellMaking({ tillPatch }: RunChange, field: FieldName, wooId: number | null): Told[] {
  const create = tillPatch?.create;
  if (!create || create.kind === 'category') return [];
  const item =
    create.kind === 'item' ? create.item : create.members.find((member) => member.wooId === wooId)?.item;
  const after = item
    ? readMade(item, field)
    : field === 'name'
      ? create.kind === 'group' && create.name
      : null;
  if (after === null || after === undefined || after === false || after === '') return [];
  return [{ side: 'store', to: 'till', rule: 'made-on-till', before: null, after, other: after }];
}

const readMade = ({ agreed, stockCount }: NewTillItem, field: FieldName): FieldValue | undefined =>
  field === 'stock' ? stockCount : agreed?.[field]?.till;

/** Taken off one side since it is gone from the other, or off sale by hand. */
function tellShown({ reason, kind, patch, tillPatch }: RunChange): Told[] {
  if (reason === 'GONE_FROM_TILL' && patch?.status !== undefined) {
    const hidden = kind === 'variation' ? 'off' : UNPUBLISHED;
    const after = patch.status === 'trash' ? 'trash' : hidden;
    return [{ side: 'till', to: 'store', rule: 'gone-from-till', before: null, after, other: null }];
  }
  if (GONE_FROM_STORE.has(reason) && tillPatch?.isHidden)
    return [
      { side: 'store', to: 'till', rule: 'gone-from-store', before: null, after: 'hidden', other: null },
    ];
  if (reason !== 'DECIDED_BY_PERSON' || tillPatch?.isAvailable === undefined) return [];
  const isBack = tillPatch.isAvailable;
  const [before, after] = isBack ? ['off', 'on'] : ['on', 'off'];
  const rule = isBack ? 'back-on-sale' : 'sold-out';
  return [{ side: 'person', to: 'till', rule, before: before ?? null, after: after ?? null, other: null }];
}

/** When and on which side a product was made, or was missed. */
export interface Milestone {
  readonly side: 'till' | 'store';
  readonly runId: RunChange['runId'];
  readonly atMs: number | null;
}

/** The run that made the product on one side. @param history newest first */
export function findMaking(history: readonly RunChange[]): Milestone | null {
  const made = history.find(({ state, isCreated }) => isCreated && (state === 'done' || state === 'kept'));
  if (!made) return null;
  return { side: made.tillPatch === null ? 'store' : 'till', runId: made.runId, atMs: made.doneMs };
}

/** The side that a product was deleted on, and the run that noticed. @param history newest first */
export function findGone(history: readonly RunChange[]): Milestone | null {
  const gone = history.find(
    ({ state, reason }) => state === 'done' && (reason === 'GONE_FROM_TILL' || GONE_FROM_STORE.has(reason)),
  );
  if (!gone) return null;
  return { side: gone.reason === 'GONE_FROM_TILL' ? 'till' : 'store', runId: gone.runId, atMs: gone.doneMs };
}

import type {
  ConflictShape,
  DriftShape,
  ParkedRowShape,
  StockMoveShape,
  SyncResultShape,
} from '../../../src-preload/contract/live-shapes.ts';
import type { FieldValue } from '../../domain/fields.ts';
import type { StockMove } from '../../domain/stock-move.ts';
import type { ConflictView, Drift, ParkedRow, SyncResult } from '../../engine/face.ts';
import { describeFailure } from '../speech.ts';
import type { ToFieldValue } from './field-value.ts';

export const toSyncResult = ({
  braked,
  applied,
  orders: _orders,
  oddPrices: _odd,
  lapsed: _lapsed,
  ...result
}: SyncResult): SyncResultShape => ({
  ...result,
  applied: { ...applied },
  brakedRunId: braked,
});

/** A conflict in words, and beside them the values as they are kept, by which a stale answer is known. */
export function toConflict(
  { base, till, store, ruling, lapsed, field, ...conflict }: ConflictView,
  toFieldValue: ToFieldValue,
): ConflictShape {
  const { id, linkId, cloverId, wooId, name, sku, sinceMs } = conflict;
  return {
    ...{ id, linkId, cloverId, wooId, name, sku, sinceMs, field },
    base: toFieldValue(field, base),
    till: toFieldValue(field, till),
    store: toFieldValue(field, store),
    seen: { till: copyValue(till), store: copyValue(store) },
    ruling: ruling && { take: ruling.take, value: toFieldValue(field, ruling.value) },
    lapsed: lapsed && {
      take: lapsed.take,
      value: toFieldValue(field, lapsed.value),
      till: toFieldValue(field, lapsed.seenTill),
      store: toFieldValue(field, lapsed.seenStore),
    },
  };
}

/** Lists are copied, since what travels is not read-only. */
function copyValue(value: FieldValue): ConflictShape['seen']['till'] {
  if (value === null || typeof value !== 'object') return value;
  return value.every((part) => typeof part === 'string')
    ? value.map(String)
    : value.flatMap((part) =>
        typeof part === 'string' ? [] : [{ ...part, mods: part.mods.map((mod) => ({ ...mod })) }],
      );
}

export const toMove = ({ id, side, reason, pieces, orderId, atMs }: StockMove): StockMoveShape => ({
  id,
  side,
  reason,
  pieces,
  orderId,
  atMs,
});

export const toDrift = (
  { cloverId, wooId, name, field, till, store, why }: Drift,
  toFieldValue: ToFieldValue,
): DriftShape => ({
  ...{ cloverId, wooId, name, field, why },
  till: toFieldValue(field, till),
  store: toFieldValue(field, store),
});

export const toParked = ({ failure, sku: _sku, ...row }: ParkedRow): ParkedRowShape => ({
  ...row,
  failure: describeFailure(failure),
});

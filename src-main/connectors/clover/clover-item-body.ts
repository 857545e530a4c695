import type { TillPatch } from '../../domain/till-patch.ts';
import type { WireRow } from '../wire-values.ts';

/** The fields of a patch that are an item's own; stock and assignments have calls of theirs (clover.md 6.1). */
export function buildItemBody(patch: TillPatch): WireRow {
  const body = {
    name: patch.name,
    price: patch.priceAmount,
    sku: patch.sku,
    code: patch.barcode,
    alternateName: patch.alternateName,
    hidden: patch.isHidden,
    available: patch.isAvailable,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

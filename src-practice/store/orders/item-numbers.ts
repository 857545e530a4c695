import { mergeMeta } from '../products/meta-data.ts';
import { toRows, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { LineMeta } from './order.ts';

/** A product line keeps its product, money and taxes in so many rows of its own before any meta. */
const HIDDEN_ROWS = 9;

/** The next number of the table that lines of orders and refunds share. */
export function takeLineId(shop: Shop): number {
  const id = shop.state.ids.line;
  shop.state.ids.line += 1;
  return id;
}

/** The next number of the lines' meta. */
export function takeLineMetaId(shop: Shop): number {
  const id = shop.state.ids.lineMeta;
  shop.state.ids.lineMeta += 1;
  return id;
}

/** Leaves out the numbers of the rows that REST does not show. */
export function skipHiddenRows(shop: Shop): void {
  shop.state.ids.lineMeta += HIDDEN_ROWS;
}

/**
 * The meta of a new line. A key may come more than once, as add-on plugins write it: one row a choice
 * (modifiers.md 1.6).
 */
export function createLineMeta(shop: Shop, rows: unknown): readonly LineMeta[] {
  return toRows(rows).flatMap((row) => {
    const [stored] = mergeMeta({ meta: 0 }, [], [row]);
    if (!stored) return [];
    const entry = { ...stored, id: takeLineMetaId(shop) };
    return [row.display_key === undefined ? entry : { ...entry, displayKey: toText(row.display_key) }];
  });
}

/** The meta of a line that is changed: by id or key, null deletes. */
export function changeLineMeta(shop: Shop, meta: readonly LineMeta[], rows: unknown): readonly LineMeta[] {
  const counter = { meta: shop.state.ids.lineMeta };
  const changed = mergeMeta(counter, meta, rows);
  shop.state.ids.lineMeta = counter.meta;
  return changed;
}

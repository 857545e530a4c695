import { asWooId, type WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { succeed } from '../outcomes.ts';
import { readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import type { WooClient } from './woo-client.ts';
import { PAGE_ROWS, readPages } from './woo-pages.ts';

/** What is to be known of a variable product to read and write its variations. */
export interface StoreParent {
  readonly id: WooId;
  readonly sku: string;
  /** As the store has them, the shop's own among them. */
  readonly attributes: readonly WireRow[];
}

/** The variable products that have passed by; others are asked for. */
export interface StoreParents {
  /** Takes note of the variable products among the rows. */
  note(rows: readonly WireRow[]): void;
  /** An absent product comes back without SKU and attributes. */
  find(ids: readonly WooId[]): Promise<Outcome<ReadonlyMap<WooId, StoreParent>>>;
}

export function createStoreParents(client: WooClient): StoreParents {
  const known = new Map<WooId, StoreParent>();
  const note = (rows: readonly WireRow[]): void => {
    for (const row of rows) if (row.type === 'variable') keep(row);
  };
  const keep = (row: WireRow): void => {
    const id = asWooId(readNumber(row.id, 0));
    known.set(id, { id, sku: readText(row.sku), attributes: readRows(row.attributes) });
  };
  return {
    note,
    find: async (ids) => {
      const missing = ids.filter((id) => !known.has(id));
      for (let at = 0; at < missing.length; at += PAGE_ROWS) {
        const include = missing.slice(at, at + PAGE_ROWS).join(',');
        const rows = await readPages(client, '/wc/v3/products', {
          include,
          status: 'any',
          _fields: 'id,type,sku,attributes',
        });
        if (rows.kind !== 'done') return rows;
        for (const row of rows.value) keep(row);
      }
      const absent = { sku: '', attributes: [] };
      const found = ids.map((id) => [id, known.get(id) ?? { id, ...absent }] as const);
      return succeed(new Map(found), '');
    },
  };
}

import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { succeed } from '../outcomes.ts';
import { readRows, readText, type WireRow } from '../wire-values.ts';
import { readProductId, type VariationParent } from './product-row.ts';
import type { WooClient } from './woo-client.ts';
import { readPages } from './woo-pages.ts';

/** What is to be known of a variable product to read and write its variations. */
export interface StoreParent extends VariationParent {
  /** As the store has them, the shop's own among them. */
  readonly attributes: readonly WireRow[];
}

/** The variable products that have passed by; others are asked for. */
export interface StoreParents {
  /** Takes note of the variable products among the rows. */
  note(rows: readonly WireRow[]): void;
  /** An absent product comes back without SKU and attributes. */
  find(id: WooId): Promise<Outcome<StoreParent>>;
}

export function createStoreParents(client: WooClient): StoreParents {
  const known = new Map<WooId, StoreParent>();
  return {
    note: (rows) => {
      for (const row of rows) if (row.type === 'variable') known.set(readProductId(row), parseParent(row));
    },
    find: async (id) => {
      const noted = known.get(id);
      if (noted) return succeed(noted, '');
      const query = { include: id, status: 'any', _fields: 'id,sku,attributes' };
      const rows = await readPages(client, '/wc/v3/products', query);
      if (rows.kind !== 'done') return rows;
      const [row] = rows.value;
      const parent = row ? parseParent(row) : { id, sku: '', attributes: [] };
      if (row) known.set(id, parent);
      return succeed(parent, rows.requestId);
    },
  };
}

const parseParent = (row: WireRow): StoreParent => ({
  id: readProductId(row),
  sku: readText(row.sku),
  attributes: readRows(row.attributes),
});

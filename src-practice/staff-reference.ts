import { StaffRefusal } from './staff-desk.ts';

/** What a person can call a thing by. */
export interface Referable {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
}

/**
 * The one row a person means by an id, an exact SKU or an exact name, tried in this order. Throws a
 * StaffRefusal when nothing has it, or several have: then it names them.
 */
export function findReferred<Row extends Referable>(reference: string, rows: readonly Row[]): Row {
  for (const field of ['id', 'sku', 'name'] as const) {
    const found = rows.filter((row) => row[field] === reference);
    if (found.length > 1) {
      const listed = found.slice(0, 5).map((row) => `${row.id} (${row.name}, SKU ${row.sku || 'none'})`);
      const more = found.length > 5 ? ` and ${found.length - 5} more` : '';
      throw new StaffRefusal(
        409,
        'STAFF_AMBIGUOUS',
        `"${reference}" is ${listed.join(', ')}${more}: give an id`,
      );
    }
    if (found[0] !== undefined) return found[0];
  }
  throw new StaffRefusal(404, 'STAFF_UNKNOWN', `nothing has the id, SKU or name "${reference}"`);
}

/** What a sale did to the stock, where it is counted at all. */
export const sayStock = (before: string, after: string): string =>
  before === after ? `stock ${after}` : `stock ${before} -> ${after}`;

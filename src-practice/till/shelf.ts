/**
 * Rows by id that can be read in id order or newest first. Rows are replaced, never changed in place, so
 * only a new or a removed id spoils the kept orders: paging 20,000 rows sorts once, not once a page.
 */
export class Shelf<Row extends { readonly id: string }> extends Map<string, Row> {
  #sortedIds: readonly string[] | undefined;
  #newestIds: readonly string[] | undefined;
  /** Hears what is put here and taken away; a till without an app has none. */
  watch: ((before: Row | undefined, after: Row | undefined) => void) | undefined;

  /** Adds a row or replaces the one of the same id, which keeps its age. */
  put(row: Row): Row {
    this.set(row.id, row);
    return row;
  }

  override set(id: string, row: Row): this {
    const before = this.get(id);
    if (before === undefined) this.#forgetOrders();
    super.set(id, row);
    this.watch?.(before, row);
    return this;
  }

  override delete(id: string): boolean {
    this.#forgetOrders();
    const before = this.get(id);
    const isDeleted = super.delete(id);
    if (isDeleted) this.watch?.(before, undefined);
    return isDeleted;
  }

  override clear(): void {
    this.#forgetOrders();
    super.clear();
  }

  /** Every id, ascending by code unit. */
  listSortedIds(): readonly string[] {
    this.#sortedIds ??= [...this.keys()].sort();
    return this.#sortedIds;
  }

  /** Every id, the youngest row first. */
  listNewestIds(): readonly string[] {
    this.#newestIds ??= [...this.keys()].reverse();
    return this.#newestIds;
  }

  /** The position in `listSortedIds` of the first id that is equal or greater. */
  findPosition(id: string): number {
    const ids = this.listSortedIds();
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[middle] ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows of these ids, in their order; ids that are not here are left out. */
  *pick(ids: Iterable<string>): Generator<Row, undefined> {
    for (const id of ids) {
      const row = this.get(id);
      if (row) yield row;
    }
  }

  #forgetOrders(): void {
    this.#sortedIds = undefined;
    this.#newestIds = undefined;
  }
}

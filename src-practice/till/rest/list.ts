import type { TillContext } from '../context.ts';
import type { Shelf } from '../shelf.ts';
import type { TillAnswer, TillCall } from './call.ts';
import { type Expand, type ExpandFields, readExpand } from './expand.ts';
import { type Filter, type FilterFields, parseFilters } from './filter.ts';
import { type Order, parseOrder } from './order.ts';
import { readPage, writeHref } from './page.ts';

/** Where a list's rows come from. */
export interface RowSource<Row> {
  /** All rows as they come without orderBy. */
  scan(): Iterable<Row>;
  /** The rows in id order from this id on, so that a keyset page costs its rows only. */
  scanById?(fromId: string): Iterable<Row>;
  find?(id: string): Row | undefined;
  /** The rows that can meet the filters, where an index knows; they are filtered all the same. */
  narrow?(filters: readonly Filter<Row>[]): Iterable<Row> | undefined;
}

export interface List<Row> {
  readonly source: RowSource<Row>;
  /** Legal in `filter`, in the order of the header. */
  readonly fields: FilterFields<Row>;
  /** Legal in `filter` without being named in the header. */
  readonly unlistedFields?: FilterFields<Row>;
  readonly expands: ExpandFields;
  /** True: a legal orderBy changes nothing. */
  readonly ignoresOrder?: boolean;
  /** Keeps rows out; gets the filters, for a filter on `deleted` brings deleted rows back. */
  readonly isListed?: (row: Row, filters: readonly Filter<Row>[]) => boolean;
  readonly show: (row: Row, expand: Expand) => unknown;
}

/** A shelf as a source; `listIds` is its order without orderBy. */
export function readShelf<Row extends { readonly id: string }>(
  shelf: Shelf<Row>,
  listIds: () => Iterable<string>,
): RowSource<Row> {
  return {
    scan: () => shelf.pick(listIds()),
    scanById: (fromId) => shelf.pick(shelf.listSortedIds().slice(shelf.findPosition(fromId))),
    find: (id) => shelf.get(id),
  };
}

/** Answers a page of a list: filtered, sorted, cut, expanded, with its href and header (clover.md 5). */
export function answerList<Row>(
  till: TillContext,
  call: TillCall,
  list: List<Row>,
  isWithin?: (row: Row) => boolean,
): TillAnswer {
  const expand = readExpand(call, list.expands, till.answers);
  const fields = list.unlistedFields ? { ...list.fields, ...list.unlistedFields } : list.fields;
  const filters = parseFilters(call.query.getAll('filter'), fields);
  const asked = parseOrder(call.query.get('orderBy'), fields);
  const order = list.ignoresOrder ? undefined : asked;
  const page = readPage(call, till.answers);
  const isWanted = (row: Row): boolean =>
    (!isWithin || isWithin(row)) &&
    (!list.isListed || list.isListed(row, filters)) &&
    filters.every((filter) => filter.isMet(row));
  const { rows, isSorted } = chooseRows(list.source, filters, order);
  const matches = isSorted || !order ? filterRows(rows, isWanted) : sortRows(rows, isWanted, order);
  const elements = cutPage(matches, page.offset, page.limit).map((row) => list.show(row, expand));
  return {
    body: { elements, href: writeHref(call, page) },
    headers: { 'X-Clover-Allowed-Filter-Fields': Object.keys(list.fields).join(', ') },
  };
}

/** The fewest rows that can hold the answer, and whether they come in the asked order already. */
function chooseRows<Row>(
  source: RowSource<Row>,
  filters: readonly Filter<Row>[],
  order: Order<Row> | undefined,
): { rows: Iterable<Row>; isSorted: boolean } {
  const idFilters = filters.filter(({ field }) => field === 'id');
  const exact = idFilters.find(({ operator, value }) => operator === '=' && !String(value).endsWith('*'));
  if (exact && source.find) {
    const row = source.find(String(exact.value));
    return { rows: row ? [row] : [], isSorted: true };
  }
  if (order?.field !== 'id' || order.isDescending || !source.scanById) {
    return { rows: source.narrow?.(filters) ?? source.scan(), isSorted: false };
  }
  const after = idFilters.find(({ operator }) => operator === '>' || operator === '>=');
  return { rows: source.scanById(String(after?.value ?? '')), isSorted: true };
}

function* filterRows<Row>(rows: Iterable<Row>, isWanted: (row: Row) => boolean): Generator<Row, undefined> {
  for (const row of rows) if (isWanted(row)) yield row;
}

function sortRows<Row>(rows: Iterable<Row>, isWanted: (row: Row) => boolean, order: Order<Row>): Row[] {
  return [...filterRows(rows, isWanted)].sort(order.compare);
}

function cutPage<Row>(rows: Iterable<Row>, offset: number, limit: number): Row[] {
  const cut: Row[] = [];
  let position = 0;
  for (const row of rows) {
    if (position >= offset) cut.push(row);
    position += 1;
    if (cut.length === limit) break;
  }
  return cut;
}

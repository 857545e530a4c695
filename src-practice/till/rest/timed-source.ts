import type { TimedRow, TimedShelf } from '../timed-shelf.ts';
import type { Filter } from './filter.ts';
import type { RowSource } from './list.ts';

/** For a field, the ids of the rows that carry a value. */
export type IdLookups = Readonly<Record<string, (value: string) => Iterable<string>>>;

/**
 * A timed shelf as a source: by time of change and of creation, and by what the lookups know, a list costs
 * what it answers.
 */
export function readTimedShelf<Row extends TimedRow>(
  shelf: TimedShelf<Row>,
  isNewestFirst: () => boolean,
  lookups: IdLookups = {},
): RowSource<Row> {
  return {
    scan: () => shelf.readCreated(0, isNewestFirst()),
    find: (id) => shelf.get(id),
    narrow: (filters) => {
      const ids = lookUp(filters, lookups);
      if (ids) return pick(shelf, ids);
      const changed = findStart(filters, 'modifiedTime');
      if (changed !== undefined) return shelf.readChanged(changed, isNewestFirst());
      const created = findStart(filters, 'createdTime') ?? findStart(filters, 'clientCreatedTime');
      return created === undefined ? undefined : shelf.readCreated(created, isNewestFirst());
    },
  };
}

function lookUp<Row>(filters: readonly Filter<Row>[], lookups: IdLookups): Iterable<string> | undefined {
  for (const { field, operator, value } of filters) {
    const find = Object.hasOwn(lookups, field) ? lookups[field] : undefined;
    if (find && operator === '=' && !String(value).endsWith('*')) return find(String(value));
  }
  return undefined;
}

function findStart<Row>(filters: readonly Filter<Row>[], name: string): number | undefined {
  const start = filters.find(({ field, operator }) => field === name && /^[>=]/.test(operator));
  return start && Number(start.value);
}

function* pick<Row extends TimedRow>(
  shelf: TimedShelf<Row>,
  ids: Iterable<string>,
): Generator<Row, undefined> {
  for (const id of ids) {
    const row = shelf.get(id);
    if (row) yield row;
  }
}

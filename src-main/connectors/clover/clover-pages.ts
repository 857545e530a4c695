import type { Outcome } from '../../domain/outcome.ts';
import { reject, succeed } from '../outcomes.ts';
import { isRow, readRows, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient, CloverQuery } from './clover-client.ts';

/** A million rows: a list that is longer runs in a circle. */
const MOST_PAGES = 1_000;

type PageListener = (rows: readonly WireRow[]) => void;

/** Reads a whole list page by page; a page that is exactly full is followed by another. */
export async function readList(
  client: CloverClient,
  path: string,
  query: CloverQuery = {},
  pageRows = client.pageRows,
): Promise<Outcome<WireRow[]>> {
  const rows: WireRow[] = [];
  const outcome = await readByOffset(client, path, query, (page) => rows.push(...page), pageRows);
  return outcome.kind === 'done' ? succeed(rows, outcome.requestId) : outcome;
}

/**
 * Reads all items that meet the filters by keyset: each page begins after the last id of the one before, so that items that come
 * and go meanwhile neither double nor hide others (clover.md 5.1). A server that ignores the order or the
 * filter is read by offset instead. No row is heard twice.
 */
export async function readItems(
  client: CloverClient,
  expands: readonly string[],
  onPage: PageListener,
  filters: readonly string[] = [],
): Promise<Outcome<null>> {
  const { pageRows } = client;
  const query = { limit: pageRows, orderBy: 'id ASC', ...nameExpands(expands), filter: filters };
  const listener = dropSeen(onPage);
  let lastId = '';
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const filter = lastId === '' ? filters : [...filters, `id>${lastId}`];
    const page = await readPage(client, '/items', { ...query, filter });
    if (page.kind !== 'done') return page;
    const rows = page.value;
    listener(rows);
    const isWhole = lastId === '' && rows.length < pageRows;
    if (!isWhole && !isAscending(rows, lastId)) return readByOffset(client, '/items', query, listener);
    if (rows.length < pageRows) return succeed(null, page.requestId);
    lastId = readText(rows.at(-1)?.id);
  }
  return reject('CLOVER_REFUSED', 200, { pages: MOST_PAGES });
}

export const nameExpands = (expands: readonly string[]): CloverQuery =>
  expands.length === 0 ? {} : { expand: expands.join(',') };

async function readByOffset(
  client: CloverClient,
  path: string,
  query: CloverQuery,
  onPage: PageListener,
  wantedRows = client.pageRows,
): Promise<Outcome<null>> {
  const pageRows = Math.min(wantedRows, client.pageRows);
  let isNew = false;
  const listener = dropSeen((rows) => {
    isNew = rows.length > 0;
    onPage(rows);
  });
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const paging = { limit: pageRows, ...(pages === 0 ? {} : { offset: pages * pageRows }) };
    const page = await readPage(client, path, { ...query, ...paging });
    if (page.kind !== 'done') return page;
    listener(page.value);
    // A full page without a new row: the server ignores the offset.
    if (page.value.length < pageRows || !isNew) return succeed(null, page.requestId);
  }
  return reject('CLOVER_REFUSED', 200, { pages: MOST_PAGES });
}

async function readPage(
  client: CloverClient,
  path: string,
  query: CloverQuery,
): Promise<Outcome<readonly WireRow[]>> {
  const outcome = await client.get(path, query);
  if (outcome.kind !== 'done') return outcome;
  const { json } = outcome.value;
  if (!isRow(json) || !Array.isArray(json.elements)) return reject('CLOVER_NOT_CLOVER', 200, { path });
  return succeed(readRows(json.elements), outcome.requestId);
}

function isAscending(rows: readonly WireRow[], afterId: string): boolean {
  let previous = afterId;
  for (const row of rows) {
    const id = readText(row.id);
    if (id <= previous) return false;
    previous = id;
  }
  return true;
}

function dropSeen(onPage: PageListener): PageListener {
  const seen = new Set<string>();
  return (rows) => {
    const fresh = rows.filter((row) => {
      const id = readText(row.id);
      return id === '' || (!seen.has(id) && seen.add(id));
    });
    onPage(fresh);
  };
}

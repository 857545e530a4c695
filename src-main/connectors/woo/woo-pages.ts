import type { Outcome } from '../../domain/outcome.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import type { HttpAnswer } from '../http-rules.ts';
import { mapValue, reject, succeed } from '../outcomes.ts';
import { readNumber, readRows, type WireRow } from '../wire-values.ts';
import { type DatedRows, readAnswerTime } from './store-time.ts';
import { WOO_IN_FLIGHT, type WooClient, type WooParams } from './woo-client.ts';

const MOST_PAGES = 10_000;
/** One waits in the gate while the others are on their way. */
const WORKERS = WOO_IN_FLIGHT + 1;
/** A shop where products are deleted all the time is read as it is after this many tries. */
const MOST_ROUNDS = 3;

interface Page {
  readonly rows: readonly WireRow[];
  /** Rows of the whole list; null when a proxy has taken the headers away. */
  readonly total: number | null;
  /** When the store was asked, by its own clock or earlier; null when it does not say. */
  readonly askedAt: string | null;
}

interface Round extends DatedRows {
  /** A row that is there may be missing. */
  readonly hasGap: boolean;
}

/**
 * Reads a whole list in growing id order: the first page tells how many there are, the others come side by
 * side. Rows added meanwhile are at the end and are read too; when rows went away, others moved from a page
 * not yet read to one that was, so the list is read again. That shows where a page no longer begins with the last
 * row of the one before it; the total does not show it when as many rows came.
 */
export async function readPages(
  client: WooClient,
  path: string,
  params: WooParams,
  onRows: (count: number) => void = () => undefined,
): Promise<Outcome<WireRow[]>> {
  return mapValue(await readDatedPages(client, path, params, onRows), ({ rows }) => rows);
}

/** The same, for lists of what changed. */
export async function readDatedPages(
  client: WooClient,
  path: string,
  params: WooParams,
  onRows: (count: number) => void = () => undefined,
): Promise<Outcome<DatedRows>> {
  const query = { ...params, per_page: client.pageRows, orderby: 'id', order: 'asc' };
  for (let round = 1; ; round += 1) {
    const outcome = await readRound(client, path, query, onRows);
    if (outcome.kind !== 'done') return outcome;
    if (!outcome.value.hasGap || round === MOST_ROUNDS) return outcome;
  }
}

async function readRound(
  client: WooClient,
  path: string,
  query: WooParams,
  onRows: (count: number) => void,
): Promise<Outcome<Round>> {
  const { pageRows } = client;
  const byId = new Map<number, WireRow>();
  const pagesRead: (readonly number[])[] = [];
  const read = async (page: number): Promise<Outcome<Page>> => {
    const offset = (page - 1) * countStep(pageRows);
    const outcome = await readPage(client, path, page === 1 ? query : { ...query, offset });
    if (outcome.kind !== 'done') return outcome;
    const { rows } = outcome.value;
    pagesRead[page - 1] = rows.map(readId);
    for (const row of rows) byId.set(readId(row), row);
    onRows(byId.size);
    return outcome;
  };
  const first = await read(1);
  if (first.kind !== 'done') return first;
  let last: Page = first.value;
  for (let known = 1; known < MOST_PAGES; ) {
    const pages = countPages(last, known, pageRows);
    if (pages <= known) break;
    const more = await readConcurrently(listNumbers(known + 1, pages), WORKERS, read);
    if (more.kind !== 'done') return more;
    last = more.value.at(-1) ?? last;
    known = pages;
  }
  const rows = [...byId.values()].sort((left, right) => readId(left) - readId(right));
  const { askedAt } = first.value;
  return succeed({ rows, hasGap: hasGap(pagesRead), startedAt: askedAt }, first.requestId);
}

/** Rows that went away before a page was read make it begin too late, or leave nothing of it. */
function hasGap(pages: readonly (readonly number[])[]): boolean {
  return pages.some((ids, at) => {
    const before = pages[at - 1]?.at(-1);
    return at > 0 && (before === undefined || (ids[0] ?? Number.POSITIVE_INFINITY) > before);
  });
}

const readId = ({ id }: WireRow): number => readNumber(id, 0);

/** Without totals a full page is followed by another. */
function countPages({ total, rows }: Page, known: number, pageRows: number): number {
  const pages = total === null ? (rows.length < pageRows ? known : known + 1) : countSteps(total, pageRows);
  return Math.min(MOST_PAGES, pages);
}

/** Each page begins with the last row of the one before it. */
const countStep = (pageRows: number): number => pageRows - 1;

const countSteps = (total: number, pageRows: number): number =>
  Math.max(1, Math.ceil((total - 1) / countStep(pageRows)));

const listNumbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

async function readPage(client: WooClient, path: string, query: WooParams): Promise<Outcome<Page>> {
  const startMs = client.monotonicMs();
  const outcome = await client.get(path, query);
  if (outcome.kind !== 'done') return outcome;
  const { json, headers } = outcome.value;
  if (!Array.isArray(json)) return reject('WOO_NO_REST', 200, { path });
  return succeed(
    {
      rows: readRows(json),
      total: readCount(headers, 'x-wp-total'),
      askedAt: readAnswerTime(headers, client.monotonicMs() - startMs),
    },
    outcome.requestId,
  );
}

/** @returns null when the header is missing or is no number */
export function readCount(headers: HttpAnswer['headers'], name: string): number | null {
  const text = headers[name];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

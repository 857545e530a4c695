import type { HttpAnswer } from '../http-rules.ts';
import { readText, type WireRow } from '../wire-values.ts';
import type { WooParams } from './woo-client.ts';

/** A list with the store's own time when its reading began. */
export interface DatedRows {
  readonly rows: WireRow[];
  /** null where the store does not say. */
  readonly startedAt: string | null;
}

/** `modified_after` is strictly greater and knows whole seconds (woocommerce.md 2.2). */
const OVERLAP_MS = 2_000;

/**
 * The filter for what changed at or after a moment, with the overlap. UTC without a suffix and the flag: with
 * a suffix the store is wrong by its time zone (woocommerce.md 2.2).
 * @param since the store's own time, `2026-11-21T10:00:00`
 */
export const filterChanged = (since: string): WooParams => ({
  modified_after: writeStoreTime(readStoreTime(since) - OVERLAP_MS),
  dates_are_gmt: 'true',
});

/** Unix milliseconds of a time as the store writes it: UTC without a suffix. NaN for anything else. */
export const readStoreTime = (text: string): number => Date.parse(`${text}Z`);

/** @param timeMs Unix milliseconds, cut to the second */
export const writeStoreTime = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 19);

/**
 * When the store's server wrote an answer, by its own clock; null where it does not say.
 * @param earlierMs what to go back from there
 */
export function readAnswerTime(headers: HttpAnswer['headers'], earlierMs = 0): string | null {
  const timeMs = Date.parse(headers.date ?? '') - earlierMs;
  return Number.isFinite(timeMs) ? writeStoreTime(timeMs) : null;
}

/** When a row was changed last; '' when it does not say. */
export const readModified = (row: WireRow): string => readText(row.date_modified_gmt);

/**
 * Up to when a read is known to have seen everything: the newest change in it, but not past the start of any
 * of its lists. What changes while pages are read may lie on a page already read, and is to be asked for again.
 * @param since what was asked for: all until then is known
 * @returns null where there was no change
 */
export function findUntil(since: string, lists: readonly DatedRows[]): string | null {
  let newest = '';
  // Texts of one form: their order is that of the times.
  for (const { rows } of lists) for (const row of rows) newest = pickLater(newest, readModified(row));
  if (newest === '') return null;
  for (const { startedAt } of lists) if (startedAt !== null && startedAt < newest) newest = startedAt;
  return pickLater(since, newest);
}

const pickLater = (left: string, right: string): string => (right > left ? right : left);

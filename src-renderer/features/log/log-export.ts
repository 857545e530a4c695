import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';

const HEAD = ['time', 'level', 'side', 'kind', 'about', 'message', 'run', 'times', 'first time'];
/** A spreadsheet takes a cell that begins so for a formula, and runs it. */
const FORMULA_START = /^(?:\s*[=+\-@|]|[\t\r])/;

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Log entries as CSV (RFC 4180, with a byte-order mark for spreadsheets). No cell can run as a formula. */
export function writeCsv(entries: readonly LogEntryShape[]): string {
  const lines = entries.map((entry) => [
    formatTime(entry.atMs),
    entry.level,
    entry.side,
    entry.action,
    entry.entity,
    entry.message,
    entry.runId === null ? '' : String(entry.runId),
    String(entry.times),
    formatTime(entry.firstMs),
  ]);
  return `\u{FEFF}${[HEAD, ...lines].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;
}

/** Log entries as a JSON list, times in ISO 8601. */
export function writeJson(entries: readonly LogEntryShape[]): string {
  const lines = entries.map(({ atMs, firstMs, ...rest }) => ({
    at: formatTime(atMs),
    first: formatTime(firstMs),
    ...rest,
  }));
  return `${JSON.stringify(lines, null, 2)}\n`;
}

const formatTime = (atMs: number): string => new Date(atMs).toISOString();

function writeCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The file in one of its two forms. @param nowMs names it by its day */
export function makeExport(
  form: 'csv' | 'json',
  entries: readonly LogEntryShape[],
  nowMs: number,
): ExportFile {
  const name = `tillbridge-log-${formatTime(nowMs).slice(0, 10)}.${form}`;
  return form === 'csv'
    ? { name, type: 'text/csv;charset=utf-8', text: writeCsv(entries) }
    : { name, type: 'application/json', text: writeJson(entries) };
}

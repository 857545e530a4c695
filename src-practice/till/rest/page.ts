import type { TillAnswers } from '../options.ts';
import type { TillCall } from './call.ts';
import { refuse } from './failure.ts';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Reads `limit` and `offset` (clover.md 5.1). */
export function readPage(call: TillCall, answers: TillAnswers): Page {
  const limit = readCount(call, 'limit', DEFAULT_LIMIT);
  const offset = readCount(call, 'offset', 0);
  if (limit < 1) throw refuse('limit must be at least 1');
  if (limit > MAX_LIMIT && answers.overLimit === 'refuse') throw refuse(`limit must not exceed ${MAX_LIMIT}`);
  if (answers.offsetCeiling !== 'none' && offset > answers.offsetCeiling) {
    throw refuse(`offset must not exceed ${answers.offsetCeiling}`);
  }
  return { limit: Math.min(limit, MAX_LIMIT), offset };
}

/** The list's own address: always http, always with a limit, values url-encoded (clover.md 5.1). */
export function writeHref(call: TillCall, page: Page): string {
  const echoed: string[] = [];
  for (const [name, value] of call.query) {
    if (name !== 'limit') echoed.push(`${name}=${encodeURIComponent(value)}`);
  }
  echoed.push(`limit=${page.limit}`);
  return `${call.origin.replace(/^https:/, 'http:')}${call.path}?${echoed.join('&')}`;
}

function readCount(call: TillCall, name: string, fallback: number): number {
  const given = call.query.get(name);
  if (given === null) return fallback;
  if (!/^\d{1,9}$/.test(given)) throw refuse(`${name} must be a whole number`);
  return Number(given);
}

import { readMinorDigits } from '../../domain/money.ts';

const COUNT = new Intl.NumberFormat('en');
const SHARE = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const RATE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** 12345 as "12,345". */
export const formatCount = (count: number): string => COUNT.format(count);

/** A number with its noun: "1 item", "12 items". */
export const formatPieces = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/** 0.27 as "27%". */
export const formatShare = (share: number): string => SHARE.format(share);

export const formatRate = (perSecond: number): string =>
  perSecond >= 20 ? formatCount(Math.round(perSecond)) : RATE.format(perSecond);

/** "0.4 s", "12 s", "3 min 05 s", "2 h 10 min". */
export function formatDuration(durationMs: number): string {
  if (durationMs < 10 * SECOND_MS) return `${RATE.format(Math.max(0.1, durationMs / SECOND_MS))} s`;
  const seconds = Math.round(durationMs / SECOND_MS);
  if (durationMs < MINUTE_MS) return `${seconds} s`;
  if (durationMs < HOUR_MS)
    return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
  const minutes = Math.round(durationMs / MINUTE_MS);
  return `${formatCount(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** A point in time as people at this computer write it. */
export const formatTime = (atMs: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(atMs);

export const formatIso = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString();

/** Writes amounts in minor units of a currency: 450 USD as "$4.50". */
export function createMoneyFormat(currency: string | null): (amount: number) => string {
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) return (amount) => formatCount(amount);
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = readMinorDigits(currency);
  return (amount) => format.format(amount / 10 ** digits);
}

import type {
  DriftShape,
  StockMoveShape,
  StockWordShape,
} from '../../../src-preload/contract/live-shapes.ts';
import { CHOICE_TONE, CONFLICT_FACE } from '../../components/conflict-face.ts';
import { formatCount } from '../../components/money.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import { dateLocale } from '../../i18n/locale.ts';

/** The states of a product's stock, the most urgent first. */
export const STOCK_WORDS: Readonly<Record<StockWordShape, { readonly tone: Tone; readonly word: string }>> = {
  conflict: CONFLICT_FACE,
  oversold: { tone: 'bad', word: t('Oversold') },
  out: { tone: 'waiting', word: t('Out of stock') },
  low: { tone: 'waiting', word: t('Low') },
  'sold-out': { tone: 'waiting', word: t('Sold out') },
  enough: { tone: 'good', word: t('Enough') },
  untracked: { tone: 'quiet', word: t('Not counted') },
};

export const STOCK_ORDER = Object.keys(STOCK_WORDS) as StockWordShape[];

export const MOVE_WORDS: Readonly<Record<StockMoveShape['reason'], string>> = {
  sale: t('Sold'),
  refund: t('Refunded'),
  cancel: t('Order cancelled'),
  count: t('Counted'),
  receipt: t('Received'),
  correction: t('Corrected'),
};

export const DRIFT_WORDS: Readonly<
  Record<DriftShape['why'], { readonly tone: Tone; readonly word: string }>
> = {
  waiting: { tone: 'waiting', word: t('On its way') },
  conflict: { tone: CHOICE_TONE, word: t('Asks you') },
  left: { tone: 'quiet', word: t('Left on purpose') },
};

/** A true minus stands as wide as a plus. */
export function formatPieces(count: number | null): string {
  if (count === null) return '–';
  return count < 0 ? `−${formatCount(-count)}` : formatCount(count);
}

/** "14 pieces", "1 piece"; of what is not counted, that. */
export function sayPieces(count: number | null): string {
  if (count === null) return t('not counted');
  return t('{{number}} pieces', { count: Math.abs(count), number: formatPieces(count) });
}

/** "+3", "−2". */
export const formatMove = (pieces: number): string => (pieces > 0 ? '+' : '') + formatPieces(pieces);

/** Where a product that is off by hand stands, in a few words. */
export const saySoldOut = (soldOut: { readonly backMs: number | null } | null): string => {
  if (!soldOut) return '';
  return soldOut.backMs === null
    ? t('Until put back')
    : t('Until {{time}}', { time: formatReturn(soldOut.backMs) });
};

/** The same beside a product's name. */
export const tellSoldOut = ({ backMs }: { readonly backMs: number | null }): string =>
  backMs === null ? t('Sold out by hand') : t('Sold out until {{time}}', { time: formatReturn(backMs) });

/** "Sat, Nov 21, 9:20 PM": a return is never far away. */
const formatReturn = (atMs: number): string =>
  new Intl.DateTimeFormat(dateLocale(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(atMs);

const HOUR_MS = 3_600_000;
const OPENS_AT_HOUR = 6;

/** How long something can be sold out, as it is said in a kitchen. Times are Unix milliseconds of this computer. */
export const listReturns = (nowMs: number): { readonly word: string; readonly untilMs: number | null }[] => [
  { word: t('Sold out until I put it back'), untilMs: null },
  { word: t('Sold out for 1 hour'), untilMs: nowMs + HOUR_MS },
  { word: t('Sold out for 4 hours'), untilMs: nowMs + 4 * HOUR_MS },
  { word: t('Sold out until tomorrow morning'), untilMs: findTomorrow(nowMs) },
];

/** The next day at the hour when a kitchen begins. */
function findTomorrow(nowMs: number): number {
  const day = new Date(nowMs);
  day.setDate(day.getDate() + 1);
  day.setHours(OPENS_AT_HOUR, 0, 0, 0);
  return day.getTime();
}

/**
 * A time as the browser's field for date and time gives it (`2026-11-21T18:30`).
 * @returns Unix milliseconds; null where it is none, or is past
 */
export function readReturn(typed: string, nowMs: number): number | null {
  const atMs = new Date(typed).getTime();
  return Number.isNaN(atMs) || atMs <= nowMs ? null : atMs;
}

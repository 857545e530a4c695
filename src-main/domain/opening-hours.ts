import { type DayMinute, normalizeTimeOfDay, readTimeOfDay } from './quiet-hours.ts';

/** Up to and without `to`; it lies on the next day where it is not after `from`. */
export interface OpenSpan {
  readonly from: DayMinute;
  readonly to: DayMinute;
}

/** By weekday, Sunday first; a day without spans is closed. */
export type OpeningHours = readonly (readonly OpenSpan[])[];

/** A moment on the clock of the shop. */
export interface ShopMoment {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly minute: DayMinute;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const RANGE = /^(.+?)\s*(?:-|–|to)\s*(.+)$/;

/** Whether the shop is open then, also by what was opened the day before. */
export function isOpenAt(hours: OpeningHours, { weekday, minute }: ShopMoment): boolean {
  const today = hours[weekday] ?? [];
  const yesterday = hours[(weekday + DAYS.length - 1) % DAYS.length] ?? [];
  return (
    today.some(({ from, to }) => minute >= from && (to <= from || minute < to)) ||
    yesterday.some(({ from, to }) => to <= from && minute < to)
  );
}

/** The same hours on every day, written `11:00-23:00`; null for any other text. */
export function readDailyHours(text: string): OpeningHours | null {
  const [, first = '', last = ''] = RANGE.exec(text) ?? [];
  const [from, to] = [readTimeOfDay(first), readTimeOfDay(last)];
  return from === null || to === null ? null : DAYS.map(() => [{ from, to }]);
}

/** `11-23`, `11:00 to 11 pm` in the form `11:00-23:00`; null when it is no such range. */
export function normalizeDailyHours(text: string): string | null {
  const [, first = '', last = ''] = RANGE.exec(text.trim()) ?? [];
  const [from, to] = [normalizeTimeOfDay(first), normalizeTimeOfDay(last)];
  return from === null || to === null ? null : `${from}-${to}`;
}

/** null where the shop's time zone is not known. */
export function readShopMoment(atMs: number, timezone: string): ShopMoment | null {
  const format = openFormat(timezone);
  if (format === null) return null;
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const weekday = DAYS.indexOf(parts.get('weekday') ?? '');
  return { weekday, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) };
}

function openFormat(timeZone: string): Intl.DateTimeFormat | null {
  if (timeZone === '') return null;
  try {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'short', ...clock });
  } catch (error) {
    // The one thing it refuses: a zone that nobody knows.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

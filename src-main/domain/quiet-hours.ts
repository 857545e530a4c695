/** A time of day in minutes after midnight, on the clock of this computer. */
export type DayMinute = number;

export interface QuietHours {
  readonly from: DayMinute;
  readonly to: DayMinute;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const LOOSE_TIME = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?$/i;
const DAY_MINUTES = 24 * 60;

/** `07:30` as minutes after midnight; null when it is no time of day. */
export function readTimeOfDay(text: string): DayMinute | null {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** `7:00`, `10 pm` or `22.30` in the form `22:30`; null when it is no time of day. */
export function normalizeTimeOfDay(text: string): string | null {
  const [, hours, minutes = '00', half] = LOOSE_TIME.exec(text.trim()) ?? [];
  if (hours === undefined) return null;
  const hour = half === undefined ? Number(hours) : readHalfDay(Number(hours), half.toLowerCase());
  if (hour === null) return null;
  const time = `${String(hour).padStart(2, '0')}:${minutes}`;
  return readTimeOfDay(time) === null ? null : time;
}

function readHalfDay(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

/** Both times, or no quiet hours at all; equal times are none. */
export function readQuietHours(from: string, to: string): QuietHours | null {
  const [start, end] = [readTimeOfDay(from), readTimeOfDay(to)];
  return start === null || end === null || start === end ? null : { from: start, to: end };
}

/** From its first minute up to its last; across midnight where it begins later than it ends. */
export function isQuiet(quiet: QuietHours | null, at: DayMinute): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  return from < to ? at >= from && at < to : at >= from || at < to;
}

/** Whole minutes until the quiet hours end, as the clock runs on an ordinary day. */
export const countQuietMinutes = ({ to }: QuietHours, at: DayMinute): number =>
  (to - at + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;

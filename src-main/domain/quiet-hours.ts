/** A time of day in minutes after midnight, on the clock of this computer. */
export type DayMinute = number;

export interface QuietHours {
  readonly from: DayMinute;
  readonly to: DayMinute;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const DAY_MINUTES = 24 * 60;

/** `07:30` as minutes after midnight; null when it is no time of day. */
export function readTimeOfDay(text: string): DayMinute | null {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
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

import { useNow } from './use-now.ts';

const STEPS = [
  { unit: 'minute', seconds: 60, most: 60 },
  { unit: 'hour', seconds: 3600, most: 24 },
  { unit: 'day', seconds: 86_400, most: 7 },
] as const;

/** A moment in Unix milliseconds as a date and a time of day. */
export const formatMoment = (atMs: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);

/** "just now", "12 minutes ago", "yesterday"; older than a week: the date. */
export function formatAgo(atMs: number, nowMs: number): string {
  const seconds = Math.round((nowMs - atMs) / 1000);
  if (seconds < 60) return 'just now';
  for (const { unit, seconds: length, most } of STEPS) {
    const count = Math.floor(seconds / length);
    if (count < most) return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-count, unit);
  }
  return formatMoment(atMs);
}

/** "40 s", "12 min", "3 h 5 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** How long ago; the exact moment when pointed at. */
export function TimeAgo({ atMs }: { readonly atMs: number }) {
  const nowMs = useNow();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formatMoment(atMs)}>
      {formatAgo(atMs, nowMs)}
    </time>
  );
}

import { language, t } from '../i18n/i18n.ts';
import { dateLocale } from '../i18n/locale.ts';

const STEPS = [
  { unit: 'minute', seconds: 60, most: 60 },
  { unit: 'hour', seconds: 3600, most: 24 },
  { unit: 'day', seconds: 86_400, most: 7 },
] as const;

/** A moment in Unix milliseconds as a date and a time of day. */
export const formatMoment = (atMs: number): string =>
  new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);

/** "just now", "12 minutes ago", "yesterday"; older than a week: the date. */
export function formatAgo(atMs: number, nowMs: number): string {
  const seconds = Math.round((nowMs - atMs) / 1000);
  if (seconds < 60) return t('just now');
  for (const { unit, seconds: length, most } of STEPS) {
    const count = Math.floor(seconds / length);
    if (count < most)
      return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-count, unit);
  }
  return formatMoment(atMs);
}

/** "40 s", "12 min", "3 h 5 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return t('{{seconds}} s', { seconds: Math.max(0, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return t('{{minutes}} min', { minutes });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0
    ? t('{{hours}} h', { hours })
    : t('{{hours}} h {{minutes}} min', { hours, minutes: rest });
}

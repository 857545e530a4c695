import type { StatusShape } from '../../../src-preload/contract/shapes.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A log-in that ends sooner is worth a word. */
const SOON_DAYS = 14;

type Login = NonNullable<NonNullable<StatusShape['till']>['login']>;

/** How the access to a till stands that was connected through Clover's page. */
export function describeAccess({ accessEndsMs, refreshEndsMs, isLost }: Login, nowMs: number): string {
  if (isLost) return 'Ended: connect again';
  const leftMs = accessEndsMs - nowMs;
  const now = leftMs > 0 ? `${describeLeft(leftMs)} left` : 'renewed with the next call';
  if (refreshEndsMs === null) return `${now}, then connect again`;
  const days = Math.floor((refreshEndsMs - nowMs) / DAY_MS);
  return days < SOON_DAYS
    ? `${now}; ends in ${Math.max(0, days)} days, connect again`
    : `${now}, renews itself`;
}

const describeLeft = (leftMs: number): string =>
  leftMs < 2 * HOUR_MS ? `${Math.ceil(leftMs / MINUTE_MS)} min` : `${Math.floor(leftMs / HOUR_MS)} h`;

import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { t } from '../../i18n/i18n.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A log-in that ends sooner is worth a word. */
const SOON_DAYS = 14;

type Login = NonNullable<NonNullable<StatusShape['till']>['login']>;

/** How the access to a till stands that was connected through Clover's page. */
export function describeAccess({ accessEndsMs, refreshEndsMs, isLost }: Login, nowMs: number): string {
  if (isLost) return t('Ended: connect again');
  const leftMs = accessEndsMs - nowMs;
  const now =
    leftMs > 0 ? t('{{time}} left', { time: describeLeft(leftMs) }) : t('renewed with the next call');
  if (refreshEndsMs === null) return t('{{now}}, then connect again', { now });
  const count = Math.max(0, Math.floor((refreshEndsMs - nowMs) / DAY_MS));
  return count < SOON_DAYS
    ? t('{{now}}; ends in {{count}} days, connect again', { now, count })
    : t('{{now}}, renews itself', { now });
}

const describeLeft = (leftMs: number): string =>
  leftMs < 2 * HOUR_MS
    ? t('{{minutes}} min', { minutes: Math.ceil(leftMs / MINUTE_MS) })
    : t('{{hours}} h', { hours: Math.floor(leftMs / HOUR_MS) });

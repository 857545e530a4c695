import { ALERT_KINDS, type AlertKind, type AlertOutlet } from '../domain/alert.ts';
import type { TellingRules } from '../domain/alert-policy.ts';
import { readQuietHours } from '../domain/quiet-hours.ts';
import type { Settings } from '../domain/settings.ts';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** A mail that nobody has seen is not sent again as soon as a notification. */
const LEAST_MAIL_REPEAT_MS = 60 * MINUTE_MS;
const PACE = {
  desktop: { gatherMs: 2 * SECOND_MS, gapMs: 2 * MINUTE_MS },
  mail: { gatherMs: 20 * SECOND_MS, gapMs: 10 * MINUTE_MS },
} as const satisfies Record<AlertOutlet, Pick<TellingRules, 'gatherMs' | 'gapMs'>>;

/** How an outlet tells, by the merchant's settings. */
export function readTellingRules(outlet: AlertOutlet, settings: Settings): TellingRules {
  const repeatMs = Number(settings['alerts.repeatMinutes']) * MINUTE_MS;
  return {
    outlet,
    ...PACE[outlet],
    kinds: new Set(settings[`alerts.${outlet}`] === 'on' ? chooseKinds(outlet, settings) : []),
    repeatMs: outlet === 'mail' ? Math.max(repeatMs, LEAST_MAIL_REPEAT_MS) : repeatMs,
    quiet: readQuietHours(settings['alerts.quietFrom'], settings['alerts.quietTo']),
  };
}

const chooseKinds = (outlet: AlertOutlet, settings: Settings): AlertKind[] =>
  ALERT_KINDS.filter((kind) => ['both', outlet].includes(settings[`alerts.kind.${kind}`]));

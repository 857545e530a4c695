import { createFailure, type Failure } from './failure.ts';
import type { SettingKey, Settings } from './settings.ts';

/**
 * Whether values that fit by themselves do not fit each other.
 * @param settings as they would be
 * @param changed the keys that are set: what was kept long ago stands in nobody's way
 */
export function findClash(settings: Settings, changed: readonly SettingKey[]): Failure | null {
  const isMail = changed.some((key) => key === 'alerts.mail' || key === 'alerts.mailTo');
  const hasNobody = settings['alerts.mail'] === 'on' && settings['alerts.mailTo'] === '';
  return isMail && hasNobody ? createFailure('SETTING_MAIL_WITHOUT_ADDRESS') : null;
}

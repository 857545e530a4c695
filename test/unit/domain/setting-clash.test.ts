import { describe, expect, it } from 'vitest';
import { findClash } from '../../../src-main/domain/setting-clash.ts';
import { completeSettings, SETTING_DEFINITIONS } from '../../../src-main/domain/settings.ts';

const settings = (values: Readonly<Record<string, string>>) =>
  completeSettings(new Map(Object.entries(values)));

describe('settings that do not fit each other', () => {
  it('e-mail is not on while nobody is named who gets it', () => {
    const nobody = settings({ 'alerts.mail': 'on' });
    for (const key of ['alerts.mail', 'alerts.mailTo'] as const)
      expect(findClash(nobody, [key])).toMatchObject({ code: 'SETTING_MAIL_WITHOUT_ADDRESS' });
    expect(findClash(nobody, ['price.mode'])).toBeNull();
    const named = settings({ 'alerts.mail': 'on', 'alerts.mailTo': 'boss@example.com' });
    expect(findClash(named, ['alerts.mail'])).toBeNull();
    expect(findClash(settings({}), ['alerts.mailTo'])).toBeNull();
  });

  it.each(['orders.tender', 'orders.typeName'] as const)('%s has a name', (key) => {
    const { accept, initial } = SETTING_DEFINITIONS[key];
    expect(accept('  ')).toBeNull();
    expect(accept(' Web ')).toBe('Web');
    expect(settings({ [key]: '' })[key]).toBe(initial);
  });
});

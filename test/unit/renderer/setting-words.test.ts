import { describe, expect, it } from 'vitest';
import { ALERT_KINDS } from '../../../src-main/domain/alert.ts';
import { SETTING_DEFINITIONS } from '../../../src-main/domain/settings.ts';
import { nameSetting, sayAlert } from '../../../src-renderer/features/settings/setting-words.ts';
import { ALERT_KIND_KEYS } from '../../../src-renderer/features/settings/told-by.ts';

describe('settings in the window', () => {
  it('have a name in words, each of them', () => {
    // Fields stand in a table of their own.
    const named = Object.keys(SETTING_DEFINITIONS).filter((key) => !/^sync\.(field|owner)\./.test(key));
    expect(named.filter((key) => nameSetting(key) === key)).toEqual([]);
  });

  it('list every kind of alert that the engine has, with what it is about', () => {
    expect(ALERT_KIND_KEYS).toEqual(ALERT_KINDS.map((kind) => `alerts.kind.${kind}`));
    for (const key of ALERT_KIND_KEYS) expect(sayAlert(key), key).not.toBe('');
  });
});

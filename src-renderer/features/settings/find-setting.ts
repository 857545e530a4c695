import type { LucideIcon } from 'lucide-react';
import type { SettingShape } from '../../../src-preload/contract/shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { t, tell } from '../../i18n/i18n.ts';
import { ALERT_KEYS, RELAY_KEYS, SETTING_TABS, type SettingTab, SYNC_FIELDS } from './setting-tabs.ts';
import { nameSetting } from './setting-words.ts';

interface FoundSetting {
  readonly key: string;
  readonly word: string;
  /** What it means. */
  readonly meaning: string;
  readonly tab: Pick<SettingTab, 'name' | 'word'>;
  readonly icon: LucideIcon;
}

/** Every setting that has a place in the window, with its tab. */
export function listPlacedSettings(settings: ReadonlyMap<string, SettingShape>): FoundSetting[] {
  return [...settings.values()].flatMap(({ key, meaning }) => {
    const tab = findTab(key);
    return tab ? [{ key, word: nameFound(key), meaning: tell(meaning), tab, icon: tab.icon }] : [];
  });
}

function findTab(key: string): SettingTab | undefined {
  return SETTING_TABS.find(({ name, groups }) => {
    if (groups.some(({ keys }) => keys.includes(key))) return true;
    if (name === 'alerts') return ALERT_KEYS.includes(key);
    if (name === 'connections') return RELAY_KEYS.includes(key);
    return name === 'sync' && /^sync\.(field|owner)\./.test(key);
  });
}

/** Fields stand in a table, so their names alone would say too little. */
function nameFound(key: string): string {
  const field = SYNC_FIELDS.find((one) => key.endsWith(`.${one}`));
  if (key.startsWith('sync.field.') && field)
    return t('Keep in step: {{field}}', { field: nameField(field) });
  return key.startsWith('sync.owner.') && field
    ? t('Wins first: {{field}}', { field: nameField(field) })
    : nameSetting(key);
}

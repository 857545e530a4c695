import { Button, Kbd, Text } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Keyboard, PlugZap, RefreshCw, Search } from 'lucide-react';
import { type Command, CommandPalette } from '../../components/command-palette.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useKeyMap } from '../../state/key-map.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { syncNow } from '../home/sync-now.ts';
import { listPlacedSettings } from '../settings/find-setting.ts';
import { RELAY_KEYS, SETTING_TABS } from '../settings/setting-tabs.ts';
import { SCREEN_FACES } from './screen-faces.ts';

/** Search and commands, by its button or Ctrl+K. */
export function CommandSearch() {
  const [isOpen, { open, close }] = useDisclosure(false);
  useHotkeys([['mod+K', open]], [], true);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<Search size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            {t('Ctrl K')}
          </Kbd>
        }
        flex="none"
        visibleFrom="xs"
        aria-keyshortcuts="Control+K"
        onClick={open}
      >
        <Text size="sm">{t('Search')}</Text>
      </Button>
      <CommandPalette isOpen={isOpen} close={close} commands={listCommands()} searchFor={searchProducts} />
    </>
  );
}

function listCommands(): Command[] {
  const screens = SCREEN_FACES.map(({ name, word, icon }) => ({
    word,
    icon,
    hint: t('Screen'),
    run: () => navigate(name),
  }));
  const settings = SETTING_TABS.map(({ name, word, icon }) => ({
    word: t('Settings: {{tab}}', { tab: word }),
    icon,
    hint: t('Settings'),
    run: () => navigate('settings', name),
  }));
  const hasRelay = (useHub.getState().hub?.relay ?? null) !== null;
  // Those of a relay are shown only where one is paired.
  const found = listPlacedSettings(useSettings.getState().settings ?? new Map()).filter(
    ({ key }) => hasRelay || !RELAY_KEYS.includes(key),
  );
  const single = found.map(({ key, word, meaning, tab, icon }) => ({
    word,
    icon,
    hint: t('Settings, {{tab}}', { tab: tab.word }),
    more: meaning,
    takesFocus: true,
    run: () => navigate('settings', tab.name, key),
  }));
  return [
    { word: t('Sync now'), hint: t('Carries changes over'), icon: RefreshCw, run: syncNow },
    {
      word: t('Test connection'),
      hint: t('Asks both sides'),
      icon: PlugZap,
      run: () => void useStatus.getState().test(),
    },
    ...screens,
    { word: t('Keys'), hint: t('Show these keys'), icon: Keyboard, run: useKeyMap.getState().open },
    ...settings,
    ...single,
  ];
}

const searchProducts = (text: string): Command => ({
  word: t('Products with “{{text}}”', { text }),
  hint: t('Search'),
  icon: Search,
  run: () => {
    useProducts.getState().setSearch(text);
    navigate('products');
  },
});

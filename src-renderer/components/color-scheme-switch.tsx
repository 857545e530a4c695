import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Moon, Sun } from 'lucide-react';
import { t } from '../i18n/i18n.ts';

/** Changes between light and dark; until then the window follows the computer. */
export function ColorSchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const word = t(isDark ? 'Use light colours' : 'Use dark colours');
  return (
    <Tooltip label={word}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={word}
        onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
      >
        {isDark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

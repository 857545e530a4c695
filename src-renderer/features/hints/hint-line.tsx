import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { Lightbulb, X } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { useHints } from '../../state/hints.ts';
import './hints.css';

/** One hint, until it is closed. @param name under which it stays closed */
export function HintLine({ name, text }: { readonly name: string; readonly text: string }) {
  const { close, closeAll } = useHints.getState();
  return (
    <Group className="tb-hint" role="note" gap="sm" aria-label={t('Hint')}>
      <Lightbulb size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" flex="1 1 240px">
        {text}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={closeAll}>
        {t('No more hints')}
      </Button>
      <ActionIcon variant="subtle" size="md" aria-label={t('Close this hint')} onClick={() => close(name)}>
        <X size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

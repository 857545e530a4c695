import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { Lightbulb, X } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { isHintOpen, useHints } from '../../state/hints.ts';
import type { ScreenName } from '../../state/navigation.ts';
import './hints.css';

/** What a person who is new to a screen would not find by looking. */
const HINTS: Readonly<Partial<Record<ScreenName, string>>> = {
  home: t(
    'Closing the window does not stop Tillbridge: it goes on beside the clock, and tells you when something needs you.',
  ),
  import: t(
    'Look through the plan in peace: nothing is written before you approve it, and a run can be undone afterwards.',
  ),
  products: t('Open a row to see each value on both sides, and why it is what it is.'),
  conflicts: t('The same kind of conflict again and again? “Always do this” makes a rule that answers it.'),
  stock: t(
    'Open a product to take it off on both sides with one switch. It comes back by itself at the time you choose.',
  ),
  orders: t(
    '“Printed” stands here only when the till says that its lines were printed. A ticket is never printed twice by itself.',
  ),
  log: t('Open a line to see everything that happened to that product or order, in its order.'),
};

/** One hint for a screen, until it is closed. */
export function ScreenHint({ screen }: { readonly screen: ScreenName }) {
  const isOpen = useHints((s) => isHintOpen(s, screen));
  const { close, closeAll } = useHints.getState();
  const hint = HINTS[screen];
  if (!isOpen || hint === undefined) return null;
  return (
    <Group className="tb-hint" role="note" gap="sm" aria-label={t('Hint')}>
      <Lightbulb size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" flex="1 1 240px">
        {hint}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={closeAll}>
        {t('No more hints')}
      </Button>
      <ActionIcon variant="subtle" size="md" aria-label={t('Close this hint')} onClick={() => close(screen)}>
        <X size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

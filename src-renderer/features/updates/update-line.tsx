import { Anchor } from '@mantine/core';
import { ArrowDownToLine } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { addressOf } from '../../state/navigation.ts';
import { useUpdates } from '../../state/updates.ts';

/** A quiet line above the version, while one is ready; nothing has to be done about it. */
export function UpdateLine() {
  const update = useUpdates((s) => s.update);
  if (update?.offer == null || (update.phase !== 'ready' && update.phase !== 'waiting')) return null;
  return (
    <Anchor href={addressOf('settings', 'app', 'updates')} size="xs" px={12} underline="always">
      <ArrowDownToLine size={14} aria-hidden style={{ verticalAlign: '-2px', marginRight: 6 }} />
      {t('Version {{version}} is ready', { version: update.offer.version })}
    </Anchor>
  );
}

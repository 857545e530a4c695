import { Anchor, Text } from '@mantine/core';
import { Drama } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { addressOf } from '../../state/navigation.ts';
import { useRehearsal } from '../../state/rehearsal.ts';
import { useSettings } from '../../state/settings.ts';

/** On every screen while one is on. */
export function RehearsalBanner() {
  const isOn = useRehearsal((s) => (s.state?.startedMs ?? null) !== null);
  const hasOrders = useSettings((s) => s.settings?.get('orders.enabled')?.value !== 'off');
  if (!isOn) return null;
  return (
    <div className="tb-tone tb-banner" data-tone="choice" role="status">
      <Drama size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">
        <strong>{t('Rehearsal: nothing is written.')}</strong> {hasOrders && `${t('Web orders wait.')} `}
        <Anchor href={addressOf('rehearsal')} size="sm" inherit underline="always" c="inherit">
          {t('See what would have happened')}
        </Anchor>
      </Text>
    </div>
  );
}

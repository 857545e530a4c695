import { Anchor, Text } from '@mantine/core';
import { MonitorX } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { navigate, useNavigation } from '../../state/navigation.ts';

/** Where another PC writes, or may. On Home the second is told among the things that need a person. */
export function RelayBanner() {
  const refusal = useHub((s) => s.hub?.refusal ?? null);
  const isHome = useNavigation((s) => s.screen === 'home');
  // A rehearsal and safe mode have banners of their own.
  if (!refusal?.code.startsWith('LEASE_') || (isHome && refusal.code === 'LEASE_UNCERTAIN')) return null;
  return (
    <div className="tb-tone tb-banner" data-tone="waiting" role="status">
      <MonitorX size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">
        {refusal.message} {refusal.hint}{' '}
        <Anchor
          component="button"
          type="button"
          size="sm"
          inherit
          underline="always"
          c="inherit"
          onClick={openOnlyThisPc}
        >
          {t('Only this PC is in use')}
        </Anchor>
      </Text>
    </div>
  );
}

/** The setting by which a person says so. */
export const openOnlyThisPc = (): void => navigate('settings', 'connections', 'hub.onlyThisPc');

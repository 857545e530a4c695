import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ShieldAlert } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useSupport } from '../../state/support.ts';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';
import { saySafeMode } from './support-words.ts';

/** Stands on every screen while nothing is written to either side. */
export function SafeModeBanner() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const engine = useSupport((s) => s.support?.engine ?? null);
  const doing = useSupport((s) => s.doing);
  const retry = useSupport((s) => s.retry);
  if (engine?.mode !== 'safe') return null;
  return (
    <div className="tb-tone tb-banner" data-tone="bad" role="alert">
      <ShieldAlert size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Group gap="sm" flex={1} justify="space-between">
        <Text size="sm" flex="1 1 320px">
          <strong>{t('Safe mode.')}</strong> {saySafeMode(engine)}
        </Text>
        <Group gap="xs">
          <Button size="xs" loading={doing === 'retry'} onClick={() => void retry()}>
            {t('Try again')}
          </Button>
          <Button size="xs" variant="default" onClick={open}>
            {t('Save diagnostics')}
          </Button>
          <Button size="xs" variant="default" onClick={() => navigate('log')}>
            {t('Open log')}
          </Button>
        </Group>
      </Group>
      <DiagnosticsDialog isOpen={isOpen} close={close} />
    </div>
  );
}

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { makePlan } from '../home/sync-now.ts';

/** Forgets what is linked and starts over with a plan. */
export function CleanSection() {
  const [isAsking, { open, close }] = useDisclosure(false);
  const { isCleaning, forgotten, failure, clean } = useSettings();
  const products = useStatus((s) => s.status?.products);
  const isConnected = useStatus((s) => s.status !== null && s.status.mode !== 'setup');
  const linked = Object.values(products ?? {}).reduce((sum, count) => sum + count, 0);

  async function cleanAndSync(): Promise<void> {
    const hasCleaned = await clean();
    close();
    if (hasCleaned && isConnected) makePlan();
  }

  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Clean and re-sync')}>
      <Title order={2}>{t('Clean and re-sync')}</Title>
      <HelpText>
        {t(
          'Forgets which item belongs to which product, and what both last agreed on, then makes a new plan. Nothing is deleted on the till or in the store.',
        )}
      </HelpText>
      {failure && <FailureNotice failure={failure} />}
      {forgotten !== null && (
        <Text role="status">
          {t('{{number}} links were forgotten.', { count: forgotten, number: formatCount(forgotten) })}
        </Text>
      )}
      <Group>
        <Button variant="default" onClick={open}>
          {t('Clean and re-sync…')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={
          linked === 0
            ? t('Forget all links?')
            : t('Forget all {{number}} links?', { count: linked, number: formatCount(linked) })
        }
        text={t(
          'Pins and choices made by hand are forgotten too. The next plan matches both sides from the beginning; nothing is written until you approve it.',
        )}
        word={t('Forget and re-sync')}
        isDangerous
        isBusy={isCleaning}
        confirm={() => void cleanAndSync()}
        close={close}
      />
    </Stack>
  );
}

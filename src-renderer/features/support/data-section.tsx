import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Download, Trash2 } from 'lucide-react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSupport } from '../../state/support.ts';
import { saveArchive } from './save-archive.ts';

/** All that this computer holds: to take along, or to erase. */
export function DataSection() {
  const [isAsking, { open, close }] = useDisclosure(false);
  const { doing, refusal, left, fetchArchive, erase } = useSupport();
  const exportAll = async (): Promise<void> => {
    const archive = await fetchArchive('export');
    if (archive) saveArchive(archive);
  };
  return (
    <Stack
      component="section"
      className="tb-card"
      gap="sm"
      aria-label={t('Your data')}
      data-setting="your-data"
    >
      <Title order={2}>{t('Your data')}</Title>
      <HelpText>
        {t(
          'Links, agreed values, orders, conflicts, runs, settings and log are yours: take them along as JSON files. Erasing removes them and the keys from this computer; your products and orders stay in Clover and in WooCommerce.',
        )}
      </HelpText>
      {(refusal?.of === 'export' || refusal?.of === 'erase') && <FailureNotice failure={refusal.failure} />}
      {left !== null && (
        <Text role="status">
          {left.length === 0
            ? t('Tillbridge holds nothing on this computer any more.')
            : t('This computer holds nothing any more. What could not be reached stays elsewhere:')}
        </Text>
      )}
      {left?.map((failure) => (
        <FailureNotice key={failure.code} failure={failure} tone="waiting" />
      ))}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={doing === 'export'}
          onClick={() => void exportAll()}
        >
          {t('Export all data')}
        </Button>
        <Button variant="default" leftSection={<Trash2 size={16} aria-hidden />} onClick={open}>
          {t('Erase…')}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Erase what Tillbridge holds?')}
        text={t(
          'Both sides and the relay are disconnected, the relay’s webhooks are removed, and keys, links, history, settings and log are erased from this computer. Products and orders stay as they are on both sides. This cannot be undone.',
        )}
        word={t('Erase everything')}
        isDangerous
        isBusy={doing === 'erase'}
        confirm={() => void erase().then(close)}
        close={close}
      />
    </Stack>
  );
}

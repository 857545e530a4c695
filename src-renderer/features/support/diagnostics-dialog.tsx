import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { useOpenerFocus } from '../../components/use-opener-focus.ts';
import { language, t } from '../../i18n/i18n.ts';
import { type Inside, useSupport } from '../../state/support.ts';
import { saveArchive } from './save-archive.ts';
import { INSIDE_WORDS } from './support-words.ts';

const KILO = 1024;

/** Says what is in the diagnostics, and saves them when the person agrees. */
export function DiagnosticsDialog({
  isOpen,
  close,
}: {
  readonly isOpen: boolean;
  readonly close: () => void;
}) {
  const { inside, doing, refusal, readInside, fetchArchive } = useSupport();
  const content = useRef<HTMLDivElement>(null);
  const giveFocusBack = useOpenerFocus(isOpen, content);
  useEffect(() => {
    if (isOpen) void readInside();
  }, [isOpen, readInside]);
  const save = async (): Promise<void> => {
    const archive = await fetchArchive('diagnostics');
    if (!archive) return;
    saveArchive(archive);
    close();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      onExitTransitionEnd={giveFocusBack}
      size="xl"
      title={t('What is in the diagnostics')}
    >
      <Stack ref={content} gap="md">
        <Text>
          {t(
            'One zip for support. It holds no passwords or keys, no customers, and no names, descriptions or prices of items.',
          )}
        </Text>
        {inside ? <InsideTable inside={inside} /> : <LoadingState text={t('Looking at what there is…')} />}
        {refusal?.of === 'diagnostics' && <FailureNotice failure={refusal.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {t('Cancel')}
          </Button>
          <Button
            leftSection={<Download size={16} aria-hidden />}
            loading={doing === 'diagnostics'}
            disabled={inside === null}
            onClick={() => void save()}
          >
            {t('Save diagnostics')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const formatKilobytes = (bytes: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'kilobyte' }).format(
    Math.max(1, Math.round(bytes / KILO)),
  );

const InsideTable = ({ inside }: { readonly inside: Inside }) => (
  <Table verticalSpacing={4}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('File')}</Table.Th>
        <Table.Th>{t('What it holds')}</Table.Th>
        <Table.Th ta="right">{t('Size')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {inside.map(({ name, bytes }) => (
        <Table.Tr key={name}>
          <Table.Td ff="monospace">{name}</Table.Td>
          <Table.Td>{INSIDE_WORDS[name] ?? ''}</Table.Td>
          <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
            {formatKilobytes(bytes)}
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

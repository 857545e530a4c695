import { Button, Code, Group, ScrollArea, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Download, Eye } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';
import { useHubDesk } from '../../state/hub-desk.ts';
import { downloadFile } from '../log/download-file.ts';

const FILE = { name: 'relay-holds.json', type: 'application/json' };
const TALLEST_PIXELS = 320;

/** All that the relay holds on this shop: to look at, to keep, to erase. */
export function HeldCard() {
  const { asking, refusals, fetchHeld } = useHubDesk();
  const [held, setHeld] = useState<string | null>(null);
  const refusal = refusals.get('held');
  const isBusy = asking.has('held');
  const view = async (): Promise<void> => setHeld(await fetchHeld());
  const save = async (): Promise<void> => {
    const text = await fetchHeld();
    if (text !== null) downloadFile({ ...FILE, text });
  };
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('What the relay holds')}>
      <Stack gap={4}>
        <Title order={2}>{t('What the relay holds')}</Title>
        <HelpText>
          {t(
            'Which things have changed, by their ids and for at most seven days; the PCs of this shop; what is needed to know the webhooks as genuine. No names of customers, no contents of orders, no access to till or store.',
          )}
        </HelpText>
      </Stack>
      {refusal && <FailureNotice failure={refusal} />}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<Eye size={16} aria-hidden />}
          loading={isBusy}
          onClick={() => (held === null ? void view() : setHeld(null))}
        >
          {t(held === null ? 'View it' : 'Hide it')}
        </Button>
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={isBusy}
          onClick={() => void save()}
        >
          {t('Save as JSON')}
        </Button>
        <EraseButton />
      </Group>
      {held !== null && (
        <ScrollArea.Autosize
          mah={TALLEST_PIXELS}
          viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('All that the relay holds') }}
        >
          <Code block>{held}</Code>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}

function EraseButton() {
  const [isAsking, { open, close }] = useDisclosure(false);
  const { doing, refusal, erase } = useHub();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('Erase everything there…')}
      </Button>
      {refusal?.of === 'erase' && <FailureNotice failure={refusal.failure} />}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Erase all that the relay holds on this shop?')}
        text={t(
          'It cannot be taken back. The pairing of every PC of this shop ends with it; each needs a new code from whoever runs the relay. Nothing is erased on the till, in the store or on this PC.',
        )}
        word={t('Erase everything')}
        isDangerous
        isBusy={doing === 'erase'}
        confirm={() => void erase().then(close)}
        close={close}
      />
    </>
  );
}

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { formatCount } from '../../components/money.ts';
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
    <Stack component="section" className="tb-card" gap="sm" aria-label="Clean and re-sync">
      <Title order={2}>Clean and re-sync</Title>
      <HelpText>
        Forgets which item belongs to which product, and what both last agreed on, then makes a new plan.
        Nothing is deleted on the till or in the store.
      </HelpText>
      {failure && <FailureNotice failure={failure} />}
      {forgotten !== null && <Text role="status">{formatCount(forgotten)} links were forgotten.</Text>}
      <Group>
        <Button variant="default" onClick={open}>
          Clean and re-sync…
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={linked === 0 ? 'Forget all links?' : `Forget all ${formatCount(linked)} links?`}
        text="Pins and choices made by hand are forgotten too. The next plan matches both sides from the beginning; nothing is written until you approve it."
        word="Forget and re-sync"
        isDangerous
        isBusy={isCleaning}
        confirm={() => void cleanAndSync()}
        close={close}
      />
    </Stack>
  );
}

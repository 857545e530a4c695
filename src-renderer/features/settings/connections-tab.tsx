import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { PlugZap, Rocket } from 'lucide-react';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useStatus } from '../../state/status.ts';
import { SideCard } from '../home/side-card.tsx';
import { LoginCard } from '../login/login-card.tsx';
import { ApprovalCard } from '../relay/approval-card.tsx';
import { RelaySection } from '../relay/relay-section.tsx';
import { openSetup } from '../setup/open-setup.ts';

/** Both sides, and the ways to change them. */
export function ConnectionsTab() {
  const status = useStatus((s) => s.status);
  const isTesting = useStatus((s) => s.isTesting);
  const test = useStatus((s) => s.test);
  if (!status) return null;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <SideCard side="till" status={status} />
        <SideCard side="store" status={status} />
      </SimpleGrid>
      <Group>
        <Button
          variant="default"
          leftSection={<PlugZap size={16} aria-hidden />}
          loading={isTesting}
          onClick={() => void test()}
        >
          {t('Test connection')}
        </Button>
        <Button variant="default" leftSection={<Rocket size={16} aria-hidden />} onClick={() => openSetup(0)}>
          {t('Go through the setup')}
        </Button>
      </Group>
      <LoginCard />
      <ApprovalCard />
      <RelaySection />
      <HelpText>
        {t(
          'The till’s token and the store’s keys are kept sealed on this computer, never in a file that can be read.',
        )}
      </HelpText>
    </Stack>
  );
}

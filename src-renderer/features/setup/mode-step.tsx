import { Group, Loader, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { GraduationCap, type LucideIcon, Store, Warehouse } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';
import { PracticeEnded } from './practice-ended.tsx';

/** Practice with one of two menus, or the real shop. */
export function ModeStep() {
  const { doing, startPractice, go } = useSetup();
  const isBusy = doing !== null;
  return (
    <Stack gap="md">
      <PracticeEnded />
      {doing === 'practice' && (
        <Group role="status" gap="sm">
          <Loader size="sm" aria-hidden />
          <Text>{t('Starting the practice till and store, and connecting to them…')}</Text>
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <Choice
          icon={Store}
          title={t('My shop')}
          text={t(
            'Connect your Clover till and your WooCommerce store. You need your log-in at Clover (or an API token) and WooCommerce keys; the next steps say where to find them.',
          )}
          isDisabled={isBusy}
          choose={() => go(1)}
        />
        <Choice
          icon={GraduationCap}
          title={t('Practice: a pizzeria')}
          text={t(
            'A practice till and a practice store start on this computer, with a pizzeria’s menu. Nothing reaches a real shop.',
          )}
          isDisabled={isBusy}
          choose={() => void startPractice('pizza')}
        />
        <Choice
          icon={Warehouse}
          title={t('Practice: a large shop')}
          text={t('The same with thousands of items, to see how Tillbridge does with a long list.')}
          isDisabled={isBusy}
          choose={() => void startPractice('large')}
        />
      </SimpleGrid>
    </Stack>
  );
}

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly isDisabled: boolean;
  readonly choose: () => void;
}

function Choice({ icon: Icon, title, text, isDisabled, choose }: ChoiceProps) {
  return (
    <UnstyledButton className="tb-choice" disabled={isDisabled} onClick={choose}>
      <Icon size={28} strokeWidth={1.6} className="tb-choice-icon" aria-hidden />
      <Text fw={600} size="lg" mt="xs">
        {title}
      </Text>
      <Text c="dimmed" mt={4}>
        {text}
      </Text>
    </UnstyledButton>
  );
}

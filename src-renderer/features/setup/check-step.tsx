import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { LoadingState } from '../../components/loading-state.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';
import { useStatus } from '../../state/status.ts';
import { RelayOffer } from '../relay/relay-offer.tsx';
import { type Check, isReadyToPlan, listChecks } from './list-checks.ts';
import { StepActions } from './step-actions.tsx';

/** What both sides say, each line with its fix. */
export function CheckStep() {
  const { status, isTesting, test } = useStatus();
  const go = useSetup((s) => s.go);
  if (!status) return <LoadingState text={t('Asking both sides…')} />;
  return (
    <Stack className="tb-card" gap="md" maw={760}>
      <Group justify="space-between">
        <Title order={2}>{t('Checks')}</Title>
        <Button
          size="xs"
          variant="default"
          leftSection={<RefreshCw size={14} aria-hidden />}
          loading={isTesting}
          onClick={() => void test()}
        >
          {t('Check again')}
        </Button>
      </Group>
      <ul className="tb-lines">
        {listChecks(status).map((check) => (
          <CheckLine key={`${check.what} ${check.failure?.message ?? ''}`} check={check} go={go} />
        ))}
      </ul>
      <RelayOffer
        why={t(
          'A relay is optional: with one, changes travel within two seconds. It can be connected later too.',
        )}
      />
      <StepActions word={t('Go on')} isDisabled={!isReadyToPlan(status)} act={() => go(4)} />
    </Stack>
  );
}

function CheckLine({ check, go }: { readonly check: Check; readonly go: (step: number) => void }) {
  const { what, result, word, failure, help, step } = check;
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2}>
          <Text fw={500}>{what}</Text>
          {failure && (
            <Text size="sm" c="dimmed">
              {failure.message} {failure.hint}{' '}
              <Text span size="xs" ff="monospace">
                {failure.code}
              </Text>
            </Text>
          )}
          {help && (
            <Text size="sm" c="dimmed">
              {help}
            </Text>
          )}
          {step !== null && (
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => go(step)}>
              {t('Put it right')}
            </Anchor>
          )}
        </Stack>
        <StatusBadge tone={result} word={word} />
      </Group>
    </li>
  );
}

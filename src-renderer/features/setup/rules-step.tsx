import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { PlanShape } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { formatCount } from '../../components/money.ts';
import { useImport } from '../../state/import.ts';
import { useSettings } from '../../state/settings.ts';
import { useSetup } from '../../state/setup.ts';
import { SettingField } from '../settings/setting-field.tsx';
import { SyncFields } from '../settings/sync-fields.tsx';
import { StepActions } from './step-actions.tsx';

/** What wins where the two differ, what is kept in step, and how new products appear. */
export function RulesStep() {
  const { settings, failure, load } = useSettings();
  const go = useSetup((s) => s.go);
  if (!settings) {
    return failure ? (
      <FailureNotice failure={failure} action={{ word: 'Try again', act: () => void load() }} />
    ) : (
      <LoadingState text="Reading the settings…" />
    );
  }
  return (
    <Stack gap="lg" maw={880}>
      <Comparison />
      <SyncFields />
      <Stack component="section" className="tb-card" gap="lg" aria-label="New products">
        <Title order={2}>New products</Title>
        <SettingField name="import.status" />
      </Stack>
      <StepActions word="Go on" act={() => go(5)} />
    </Stack>
  );
}

/** How the two sides compare, counted by a plan that writes nothing. */
function Comparison() {
  const { plan, isBusy, failure, makePlan } = useImport();
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label="How the two compare">
      <Title order={2}>How the two compare</Title>
      {plan && <Text role="status">{sayComparison(plan)}</Text>}
      {failure && <FailureNotice failure={failure} />}
      <HelpText>Counting reads both sides and writes nothing.</HelpText>
      <Group>
        <Button variant="light" loading={isBusy} onClick={() => void makePlan()}>
          {plan ? 'Count again' : 'Count both sides'}
        </Button>
      </Group>
    </Stack>
  );
}

const sayComparison = ({ itemsOnTill, productsInStore, counts }: PlanShape): string =>
  `The till has ${formatCount(itemsOnTill)} items, the store ${formatCount(productsInStore)} products; ${formatCount(counts.link ?? 0)} match.`;

import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { PlanShape } from '../../../src-preload/contract/run-shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
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
      <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
    ) : (
      <LoadingState text={t('Reading the settings…')} />
    );
  }
  return (
    <Stack gap="lg" maw={880}>
      <Comparison />
      <SyncFields />
      <Stack component="section" className="tb-card" gap="lg" aria-label={t('New products')}>
        <Title order={2}>{t('New products')}</Title>
        <SettingField name="import.status" />
      </Stack>
      <StepActions word={t('Go on')} act={() => go(5)} />
    </Stack>
  );
}

/** How the two sides compare, counted by a plan that writes nothing. */
function Comparison() {
  const { plan, isBusy, failure, makePlan } = useImport();
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('How the two compare')}>
      <Title order={2}>{t('How the two compare')}</Title>
      {plan && <Text role="status">{sayComparison(plan)}</Text>}
      {failure && <FailureNotice failure={failure} />}
      <HelpText>{t('Counting reads both sides and writes nothing.')}</HelpText>
      <Group>
        <Button variant="light" loading={isBusy} onClick={() => void makePlan()}>
          {t(plan ? 'Count again' : 'Count both sides')}
        </Button>
      </Group>
    </Stack>
  );
}

const sayComparison = ({ itemsOnTill, productsInStore, counts }: PlanShape): string =>
  t('The till has {{items}} items, the store {{products}} products; {{matches}} match.', {
    items: formatCount(itemsOnTill),
    products: formatCount(productsInStore),
    matches: formatCount(counts.link ?? 0),
  });

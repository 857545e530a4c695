import { Button, Group, Stack } from '@mantine/core';
import { PackagePlus, PackageSearch } from 'lucide-react';
import type { PlanFromShape } from '../../../src-preload/contract/run-shapes.ts';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { chooseFrom } from '../../state/plan-from.ts';
import { useSettings } from '../../state/settings.ts';
import { FromChoice } from './from-choice.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';

const FIRST_TEXTS: Readonly<Record<PlanFromShape, string>> = {
  till: t(
    'The till’s items become products of the store, with their categories, prices, stock and modifiers. Nothing is written until you approve the plan.',
  ),
  store: t(
    'The store’s products become items on the till, with their categories, prices and stock. Nothing is written until you approve the plan.',
  ),
  both: t(
    'What one side alone has is made on the other, and what both have is linked. Nothing is written until you approve the plan.',
  ),
};
const AGAIN = t(
  'A new plan compares both sides again. Only what differs is in it, and nothing is written until you approve it.',
);

/** Before a plan: what the next one is for. */
export function StartView({ status }: { readonly status: StatusShape }) {
  const { runs, makePlan, showPlan } = useImport();
  const waiting = runs.find(({ kind, state }) => kind === 'import' && ['planned', 'braked'].includes(state));
  const direction = useSettings((s) => s.settings?.get('sync.direction')?.value);
  const from = chooseFrom(
    useImport((s) => s.from),
    direction,
  );
  const isFirst = status.lastSyncMs === null;
  return (
    <Stack gap="lg">
      {status.unfinishedRunId !== null && <UnfinishedCard runId={status.unfinishedRunId} />}
      <div className="tb-card">
        <FromChoice />
        <EmptyState
          icon={isFirst ? PackagePlus : PackageSearch}
          title={t(isFirst ? 'Ready for the first import' : 'Look for what changed')}
          text={isFirst ? FIRST_TEXTS[from] : AGAIN}
          isQuiet={status.unfinishedRunId !== null}
          action={{ word: t('Make the plan'), act: () => void makePlan() }}
        />
        {waiting && (
          <Group justify="center">
            <Button variant="subtle" onClick={() => void showPlan(waiting.runId)}>
              {t('Open plan {{run}}, which waits for your approval', { run: waiting.runId })}
            </Button>
          </Group>
        )}
      </div>
    </Stack>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { PackagePlus, PackageSearch } from 'lucide-react';
import type { StatusShape } from '../../../src-preload/contract/shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useImport } from '../../state/import.ts';
import { UnfinishedCard } from './unfinished-card.tsx';

/** Before a plan: what the next one is for. */
export function StartView({ status }: { readonly status: StatusShape }) {
  const { runs, makePlan, showPlan } = useImport();
  const waiting = runs.find(({ kind, state }) => kind === 'import' && ['planned', 'braked'].includes(state));
  const isFirst = status.lastSyncMs === null;
  return (
    <Stack gap="lg">
      {status.unfinishedRunId !== null && <UnfinishedCard runId={status.unfinishedRunId} />}
      <div className="tb-card">
        <EmptyState
          icon={isFirst ? PackagePlus : PackageSearch}
          title={isFirst ? 'Ready for the first import' : 'Look for what changed'}
          text={
            isFirst
              ? 'The till’s items become products of the store, with their categories, prices, stock and modifiers. Nothing is written until you approve the plan.'
              : 'A new plan compares both sides again. Only what differs is in it, and nothing is written until you approve it.'
          }
          isQuiet={status.unfinishedRunId !== null}
          action={{ word: 'Make the plan', act: () => void makePlan() }}
        />
        {waiting && (
          <Group justify="center">
            <Button variant="subtle" onClick={() => void showPlan(waiting.runId)}>
              Open plan {waiting.runId}, which waits for your approval
            </Button>
          </Group>
        )}
      </div>
    </Stack>
  );
}

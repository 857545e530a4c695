import { Button, Stack, Table, Title } from '@mantine/core';
import type { RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment } from '../../components/time.tsx';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { useStatus } from '../../state/status.ts';
import { nameRun, nameRunWithin } from './name-run.ts';
import { findUndone, nameUndone } from './say-undone.ts';

const STATES: Readonly<Record<RunShape['state'], { readonly word: string; readonly tone: Tone }>> = {
  planning: { word: t('Being planned'), tone: 'accent' },
  planned: { word: t('Waits for approval'), tone: 'waiting' },
  braked: { word: t('Waits for approval'), tone: 'waiting' },
  approved: { word: t('Approved'), tone: 'waiting' },
  applying: { word: t('Under way'), tone: 'accent' },
  cancelled: { word: t('Stopped by you'), tone: 'waiting' },
  stopped: { word: t('Stopped half-way'), tone: 'bad' },
  done: { word: t('Done'), tone: 'good' },
  superseded: { word: t('Replaced by a newer plan'), tone: 'quiet' },
};

/** What a person wants to know of a run: whether it needs a look, was taken back, or belongs elsewhere. */
function describeState(
  { runId, state, failed, isHere, undone: its }: RunShape,
  runs: readonly RunShape[],
  activeRunId: number | null,
): { readonly word: string; readonly tone: Tone } {
  if (!isHere) return { word: t('Of another shop'), tone: 'quiet' };
  const undone = findUndone(runId, runs);
  if (undone) return { word: nameUndone(undone), tone: undone.left > 0 ? 'waiting' : 'quiet' };
  if (its && its.back === 0 && its.left > 0) return { word: t('Left all alone'), tone: 'waiting' };
  if (state === 'applying' && runId !== activeRunId) return STATES.stopped;
  if (state === 'done' && failed > 0)
    return { word: t('Done, {{count, number}} refused', { count: failed }), tone: 'bad' };
  return STATES[state];
}

const isPlan = ({ kind, state }: RunShape): boolean =>
  kind !== 'undo' && (state === 'planned' || state === 'braked');
const hasResult = ({ state }: RunShape): boolean =>
  ['approved', 'applying', 'cancelled', 'stopped', 'done'].includes(state);

/** Earlier plans, imports, syncs and undos. */
export function RunHistory() {
  const { runs, showPlan, showResult } = useImport();
  const activeRunId = useStatus((s) => s.status?.activeRunId ?? null);
  const shown = runs.filter((run) => isPlan(run) || hasResult(run));
  if (shown.length === 0) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Earlier')}>
      <Title order={2}>{t('Earlier')}</Title>
      <Table aria-label={t('Earlier runs')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('What')}</Table.Th>
            <Table.Th>{t('When')}</Table.Th>
            <Table.Th>{t('State')}</Table.Th>
            <Table.Th>
              <span className="tb-hidden">{t('Open', { context: 'verb' })}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((run) => (
            <Table.Tr key={run.runId}>
              <Table.Td>{nameRun(run, runs)}</Table.Td>
              <Table.Td>{formatMoment(run.createdMs)}</Table.Td>
              <Table.Td>
                <StatusBadge {...describeState(run, runs, activeRunId)} />
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('Open {{run}}', { run: nameRunWithin(run, runs) })}
                  onClick={() => void (isPlan(run) ? showPlan(run.runId) : showResult(run.runId))}
                >
                  {t('Open', { context: 'verb' })}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

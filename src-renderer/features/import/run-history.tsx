import { Button, Stack, Table, Title } from '@mantine/core';
import type { RunShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment } from '../../components/time.tsx';
import type { Tone } from '../../components/tone.ts';
import { useImport } from '../../state/import.ts';
import { useStatus } from '../../state/status.ts';
import { nameRun } from './name-run.ts';
import { findUndone, nameUndone } from './say-undone.ts';

const STATES: Readonly<Record<RunShape['state'], { readonly word: string; readonly tone: Tone }>> = {
  planning: { word: 'Being planned', tone: 'accent' },
  planned: { word: 'Waits for approval', tone: 'waiting' },
  braked: { word: 'Waits for approval', tone: 'waiting' },
  approved: { word: 'Approved', tone: 'waiting' },
  applying: { word: 'Under way', tone: 'accent' },
  cancelled: { word: 'Stopped by you', tone: 'waiting' },
  stopped: { word: 'Stopped half-way', tone: 'bad' },
  done: { word: 'Done', tone: 'good' },
  superseded: { word: 'Replaced by a newer plan', tone: 'quiet' },
};

/** What a person wants to know of a run: whether it needs a look, was taken back, or belongs elsewhere. */
function describeState(
  { runId, state, failed, isHere, undone: its }: RunShape,
  runs: readonly RunShape[],
  activeRunId: number | null,
): { readonly word: string; readonly tone: Tone } {
  if (!isHere) return { word: 'Of another shop', tone: 'quiet' };
  const undone = findUndone(runId, runs);
  if (undone) return { word: nameUndone(undone), tone: undone.left > 0 ? 'waiting' : 'quiet' };
  if (its && its.back === 0 && its.left > 0) return { word: 'Left all alone', tone: 'waiting' };
  if (state === 'applying' && runId !== activeRunId) return STATES.stopped;
  if (state === 'done' && failed > 0) return { word: `Done, ${formatCount(failed)} refused`, tone: 'bad' };
  return STATES[state];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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
    <Stack component="section" className="tb-card" gap="sm" aria-label="Earlier">
      <Title order={2}>Earlier</Title>
      <Table aria-label="Earlier runs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>What</Table.Th>
            <Table.Th>When</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>
              <span className="tb-hidden">Open</span>
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
                  aria-label={`Open ${lowerFirst(nameRun(run, runs))}`}
                  onClick={() => void (isPlan(run) ? showPlan(run.runId) : showResult(run.runId))}
                >
                  Open
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

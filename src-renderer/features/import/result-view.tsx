import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, TriangleAlert, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { RunResultShape } from '../../../src-preload/contract/shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { formatCount } from '../../components/money.ts';
import { formatDuration } from '../../components/time.tsx';
import { useImport } from '../../state/import.ts';
import { describeResult, sayUndo } from './describe-result.ts';
import { FailureList } from './failure-list.tsx';
import { nameKind, nameRun } from './name-run.ts';
import { UnfinishedNotice } from './unfinished-notice.tsx';

/** What an import or an undo came to. */
export function ResultView({ result }: { readonly result: RunResultShape }) {
  const runs = useImport((s) => s.runs);
  const run = runs.find(({ runId }) => runId === result.runId);
  const isUndo = result.undone !== null;
  const isWhole = result.state === 'done' && result.failures.length === 0 && result.kept.length === 0;
  const canGoOn = !isUndo && ['approved', 'applying', 'cancelled', 'stopped'].includes(result.state);
  const Icon = isWhole ? CircleCheck : TriangleAlert;
  return (
    <Stack gap="lg">
      <Group
        component="section"
        className="tb-card"
        justify="space-between"
        align="flex-start"
        aria-label="Result"
      >
        <Group wrap="nowrap" align="flex-start" flex="1 1 360px">
          <Icon size={28} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Stack gap={4}>
            <Title order={2}>{describeResult(result, (run?.tillChanges ?? 0) > 0)}</Title>
            <Text c="dimmed">
              {run ? nameRun(run, runs) : `${isUndo ? 'Undo' : 'Import'} ${result.runId}`},{' '}
              {formatDuration(result.durationMs / 1000)}
            </Text>
          </Stack>
        </Group>
        {!isUndo && <UndoButton result={result} />}
      </Group>
      {!isUndo && <Figures result={result} />}
      {canGoOn && <UnfinishedNotice runId={result.runId} />}
      <FailureList failures={result.failures} />
      {result.kept.length > 0 && <KeptList kept={result.kept} />}
    </Stack>
  );
}

function Figures({ result }: { readonly result: RunResultShape }) {
  const { state, counts, categoriesCreated, variableProductsCreated } = result;
  const figures: [string, number][] = [
    ['Created', counts.created],
    ['Updated', counts.updated],
    ['Linked', counts.linked],
    [state === 'done' ? 'Left alone' : 'Not done yet', counts.skipped],
    ['Refused', counts.failed],
    ['New categories', categoriesCreated],
    ['With variants', variableProductsCreated],
  ];
  return (
    <dl className="tb-card tb-figures" style={{ margin: 0 }}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fz={24} fw={600} className="tb-tabular">
            {formatCount(count)}
          </Text>
        </div>
      ))}
    </dl>
  );
}

function UndoButton({ result }: { readonly result: RunResultShape }) {
  const { undo, runs } = useImport();
  const [isAsking, setIsAsking] = useState(false);
  const { created, updated, linked } = result.counts;
  const run = runs.find(({ runId }) => runId === result.runId);
  const kind = nameKind(run?.kind ?? 'import');
  const isUndone = runs.some(
    ({ kind, undoes, state }) => kind === 'undo' && undoes === result.runId && state === 'done',
  );
  if (created + updated + linked === 0) return null;
  if (runs.some(({ runId, isHere }) => runId === result.runId && !isHere))
    return <Text c="dimmed">It was made for another till or store.</Text>;
  if (isUndone) return <Text c="dimmed">It was undone.</Text>;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Undo2 size={16} aria-hidden />}
        onClick={() => setIsAsking(true)}
      >
        Undo this {kind}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Undo ${kind} ${result.runId}?`}
        text={`${sayUndo(result.counts, (run?.tillChanges ?? 0) > 0)} What somebody changed since is left alone and named.`}
        word="Undo it"
        isDangerous
        confirm={() => {
          setIsAsking(false);
          void undo(result.runId);
        }}
        close={() => setIsAsking(false)}
      />
    </>
  );
}

const KeptList = ({ kept }: { readonly kept: RunResultShape['kept'] }) => (
  <Stack component="section" className="tb-card" gap="xs" aria-label="Left alone">
    <Title order={2}>Left alone, since somebody changed them</Title>
    <ul className="tb-lines">
      {kept.map(({ name, fields }) => (
        <li key={name}>
          <strong>{name}</strong>
          {fields.length > 0 ? `: ${fields.join(', ')}` : ''}
        </li>
      ))}
    </ul>
  </Stack>
);

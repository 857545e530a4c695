import { Group, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { formatCount } from '../../components/money.ts';
import { formatDuration } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { DraftsNotice } from '../products/drafts-notice.tsx';
import { describeResult } from './describe-result.ts';
import { FailureList } from './failure-list.tsx';
import { nameRun } from './name-run.ts';
import { UndoButton } from './undo-button.tsx';
import { UnfinishedNotice } from './unfinished-notice.tsx';
import { WrittenTable } from './written-table.tsx';

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
        aria-label={t('Result')}
      >
        <Group wrap="nowrap" align="flex-start" flex="1 1 360px">
          <Icon size={28} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
          <Stack gap={4}>
            <Title order={2}>{describeResult(result, (run?.tillChanges ?? 0) > 0)}</Title>
            <Text c="dimmed">
              {run
                ? nameRun(run, runs)
                : t(isUndo ? 'Undo {{run}}' : 'Import {{run}}', { run: result.runId })}
              , {formatDuration(result.durationMs / 1000)}
            </Text>
          </Stack>
        </Group>
        {!isUndo && <UndoButton result={result} />}
      </Group>
      {!isUndo && <Figures result={result} />}
      {!isUndo && result.counts.created > 0 && <DraftsNotice />}
      {canGoOn && <UnfinishedNotice runId={result.runId} />}
      <FailureList failures={result.failures} />
      {result.kept.length > 0 && <KeptList kept={result.kept} />}
      {!isUndo && <WrittenTable key={result.runId} runId={result.runId} />}
    </Stack>
  );
}

function Figures({ result }: { readonly result: RunResultShape }) {
  const { state, counts, categoriesCreated, variableProductsCreated } = result;
  const figures: [string, number][] = [
    [t('Created'), counts.created],
    [t('Updated'), counts.updated],
    [t('Linked'), counts.linked],
    [t(state === 'done' ? 'Left alone' : 'Not done yet'), counts.skipped],
    [t('Refused'), counts.failed],
    [t('New categories'), categoriesCreated],
    [t('Products with variants'), variableProductsCreated],
  ];
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('In figures')}>
      <dl className="tb-figures" style={{ margin: 0 }}>
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
      {variableProductsCreated > 0 && <HelpText>{sayCounting(result)}</HelpText>}
    </Stack>
  );
}

/** Why Products lists more than were made here: an item with sizes is one product more than it has sizes. */
const sayCounting = ({ counts, variableProductsCreated }: RunResultShape): string =>
  t(
    '“{{created}}” counts as the till does: each size is an item. In the store sizes are variants of one product, so {{count}} products with variants come on top: {{all}} under Products.',
    {
      created: t('Created'),
      count: variableProductsCreated,
      all: formatCount(counts.created + variableProductsCreated),
    },
  );

const KeptList = ({ kept }: { readonly kept: RunResultShape['kept'] }) => (
  <Stack component="section" className="tb-card" gap="xs" aria-label={t('Left alone')}>
    <Title order={2}>{t('Left alone, since somebody changed them')}</Title>
    <ul className="tb-lines">
      {kept.map(({ name, fields }) => (
        <li key={name}>
          <strong>{name}</strong>
          {fields.length > 0 ? `: ${fields.map(nameField).join(', ')}` : ''}
        </li>
      ))}
    </ul>
  </Stack>
);

import { Button, Text } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import type { RunResultShape, RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { useStatus } from '../../state/status.ts';
import { nameWithin } from './name-run.ts';
import { changesAnything, sayUndo } from './say-undo.ts';
import { findUndone, sayUndone } from './say-undone.ts';

const COUNTING = t('Counting what would happen…');

const UNDO_WORDS: Readonly<Record<RunShape['kind'], string>> = {
  import: t('Undo this import'),
  undo: t('Undo this undo'),
  sync: t('Undo this sync'),
  push: t('Undo this store to till'),
  csv: t('Undo this stock file'),
};

/** Takes a run back, after saying how many products that is about. */
export function UndoButton({ result }: { readonly result: RunResultShape }) {
  const { runs, askUndo } = useImport();
  const { created, updated, linked } = result.counts;
  const kind = runs.find(({ runId }) => runId === result.runId)?.kind ?? 'import';
  const undone = findUndone(result.runId, runs);
  if (created + updated + linked === 0) return null;
  if (runs.some(({ runId, isHere }) => runId === result.runId && !isHere))
    return <Text c="dimmed">{t('It was made for another till or store.')}</Text>;
  if (undone) return <Text c="dimmed">{sayUndone(undone)}</Text>;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Undo2 size={16} aria-hidden />}
        onClick={() => askUndo(result.runId)}
      >
        {UNDO_WORDS[kind]}
      </Button>
      <UndoDialog runId={result.runId} kind={kind} />
    </>
  );
}

function UndoDialog({ runId, kind }: { readonly runId: number; readonly kind: RunShape['kind'] }) {
  const { undoAsked, undo, askUndo } = useImport();
  const currency = useStatus((s) => s.status?.till?.currency ?? '');
  const preview = undoAsked?.runId === runId ? undoAsked.preview : null;
  return (
    <ConfirmDialog
      isOpen={undoAsked?.runId === runId}
      title={t('Undo {{run}}?', { run: nameWithin(kind, runId) })}
      text={sayPreview(preview, currency)}
      word={t('Undo it')}
      isDangerous
      isBusy={preview === null}
      isOffered={!preview?.ok || changesAnything(preview.value)}
      confirm={() => {
        askUndo(null);
        void undo(runId);
      }}
      close={() => askUndo(null)}
    />
  );
}

function sayPreview(
  preview: NonNullable<ReturnType<typeof useImport.getState>['undoAsked']>['preview'],
  currency: string,
): string {
  if (preview === null) return COUNTING;
  if (preview.ok) return sayUndo(preview.value, currency);
  const { message, hint, code } = preview.failure;
  return `${t('It cannot be said what would happen.')} ${message} ${hint} ${code}`;
}

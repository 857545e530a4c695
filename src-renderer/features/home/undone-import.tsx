import { Undo2 } from 'lucide-react';
import type { RunShape } from '../../../src-preload/contract/run-shapes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { t } from '../../i18n/i18n.ts';
import { makePlan } from './sync-now.ts';

/** Home after everything was taken back: what became of it, and how to begin again. */
export function UndoneImport({ run: { runId, tillChanges } }: { readonly run: RunShape }) {
  return (
    <div className="tb-card">
      <EmptyState
        icon={Undo2}
        title={t('Import {{run}} was undone', { run: runId })}
        text={
          tillChanges > 0
            ? t(
                'What it had made was moved to the store’s trash or hidden on the till. Nothing is kept in step now. To import again, make a new plan: what is in the trash comes back from there.',
              )
            : t(
                'What it had made was moved to the store’s trash. Nothing is kept in step now. To import again, make a new plan: what is in the trash comes back from there.',
              )
        }
        action={{ word: t('Make the plan'), act: makePlan }}
      />
    </div>
  );
}

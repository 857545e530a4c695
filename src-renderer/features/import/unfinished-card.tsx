import { History } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';

/** An import that stopped before its end: taking it up is the thing to do. */
export function UnfinishedCard({ runId }: { readonly runId: number }) {
  const apply = useImport((s) => s.apply);
  return (
    <section className="tb-card" aria-label={t('Unfinished import')}>
      <EmptyState
        icon={History}
        title={t('Import {{run}} stopped before its end', { run: runId })}
        text={t(
          'What was written stays. Go on from there: nothing is done twice. A new plan would look at everything again.',
        )}
        action={{ word: t('Go on with it'), act: () => void apply(runId) }}
      />
    </section>
  );
}

import { PackagePlus } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { t } from '../../i18n/i18n.ts';
import { makePlan } from './sync-now.ts';

/** Home before anything was brought in step. */
export function FirstImport() {
  return (
    <div className="tb-card">
      <EmptyState
        icon={PackagePlus}
        title={t('Ready for the first import')}
        text={t(
          'Tillbridge compares both sides and shows what it would do. Nothing is written until you approve it.',
        )}
        action={{ word: t('Make the plan'), act: makePlan }}
      />
    </div>
  );
}

import { PackagePlus } from 'lucide-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { makePlan } from './sync-now.ts';

/** Home before anything was brought in step. */
export function FirstImport() {
  return (
    <div className="tb-card">
      <EmptyState
        icon={PackagePlus}
        title="Ready for the first import"
        text="Tillbridge compares both sides and shows what it would do. Nothing is written until you approve it."
        action={{ word: 'Make the plan', act: makePlan }}
      />
    </div>
  );
}

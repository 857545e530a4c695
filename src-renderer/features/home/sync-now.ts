import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';
import { useStatus } from '../../state/status.ts';
import { useSync } from '../../state/sync.ts';

/** Makes a plan and shows it on Import, where a person approves it. Nothing is written before that. */
export function makePlan(): void {
  navigate('import');
  void useImport.getState().makePlan();
}

/** Carries every change over at once; before the first import there is a plan to approve first. */
export function syncNow(): void {
  const { status } = useStatus.getState();
  if (status?.lastSyncMs === null || status?.unfinishedRunId !== null) makePlan();
  else void useSync.getState().syncOnce(false);
}

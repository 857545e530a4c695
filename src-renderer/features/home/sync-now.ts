import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';

/** Makes a plan and shows it on Import, where a person approves it. Nothing is written before that. */
export function syncNow(): void {
  navigate('import');
  void useImport.getState().makePlan();
}

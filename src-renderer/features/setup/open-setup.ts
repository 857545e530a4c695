import { navigate } from '../../state/navigation.ts';
import { useSetup } from '../../state/setup.ts';

/** Opens the setup at one of its steps. */
export function openSetup(step: number): void {
  useSetup.getState().go(step);
  navigate('setup');
}

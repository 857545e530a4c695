import { findDataFailure } from '../../domain/data-failure.ts';
import type { Alerts } from '../../engine/face.ts';
import type { EngineMode } from './recovery.ts';

const KEY = 'engine.safe';

/** Nothing is kept in step in safe mode, so a person hears of it wherever they are; what they asked for needs no word. */
export function alertSafeMode(alerts: Alerts, { safe, failure }: EngineMode): void {
  if (safe === null || safe === 'asked') {
    alerts.settle(KEY);
    return;
  }
  try {
    raise(alerts, failure);
  } catch (error) {
    // The file that takes nothing takes no alert either; windows and the icon in the bar say it.
    if (findDataFailure(error) === null) throw error;
  }
}

const raise = (alerts: Alerts, failure: EngineMode['failure']): void =>
  alerts.raise(({ say, describeFailure }) => ({
    kind: 'sync-error',
    key: KEY,
    title: say('Tillbridge is in safe mode, so nothing is kept in step.'),
    body: failure
      ? describeFailure(failure).message
      : say('It failed four times within ten minutes. Open it to try again or to save the diagnostics.'),
    opens: '#/settings/app',
  }));

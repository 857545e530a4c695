import type { Alerts } from '../../engine/face.ts';
import type { EngineMode } from './recovery.ts';

const KEY = 'engine.safe';

/** Nothing is kept in step in safe mode, so a person hears of it wherever they are; what they asked for needs no word. */
export function alertSafeMode(alerts: Alerts, { safe, failure }: EngineMode): void {
  if (safe === null || safe === 'asked') {
    alerts.settle(KEY);
    return;
  }
  alerts.raise(({ say, describeFailure }) => ({
    kind: 'sync-error',
    key: KEY,
    title: say('Tillbridge is in safe mode, so nothing is kept in step.'),
    body: failure
      ? describeFailure(failure).message
      : say('It failed four times within ten minutes. Open it to try again or to save the diagnostics.'),
    opens: '#/settings/app',
  }));
}

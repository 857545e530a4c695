import type { Failure } from '../domain/failure.ts';
import type { Alerts } from './alerts-face.ts';

const KEY = 'till.login';

/** Tells that the till lets nobody in until a person connects it again; null: it was, or is no longer wanted. */
export function alertLogin(alerts: Pick<Alerts, 'raise' | 'settle'>, failure: Failure | null): void {
  if (!failure) {
    alerts.settle(KEY);
    return;
  }
  alerts.raise(({ say, describeFailure }) => {
    const { message, hint } = describeFailure(failure);
    return {
      kind: 'sync-error',
      key: KEY,
      title: say('The till has to be connected again.'),
      body: `${message} ${hint}`,
      opens: '#/settings/connections',
    };
  });
}

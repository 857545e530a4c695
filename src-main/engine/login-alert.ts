import type { Alerts } from './alerts-face.ts';

const KEY = 'till.login';

/** Tells that the till lets nobody in until a person connects it again; null: it was, or is no longer wanted. */
export function alertLogin(
  alerts: Pick<Alerts, 'raise' | 'settle'>,
  failure: { readonly message: string; readonly hint: string } | null,
): void {
  if (!failure) {
    alerts.settle(KEY);
    return;
  }
  alerts.raise({
    kind: 'sync-error',
    key: KEY,
    title: 'The till has to be connected again.',
    body: `${failure.message} ${failure.hint}`,
    opens: '#/settings/connections',
  });
}

/** Every kind of alert that there is, the most urgent first. */
export const ALERT_KIND_KEYS: readonly string[] = [
  'alerts.kind.lost-order',
  'alerts.kind.failed-print',
  'alerts.kind.sync-error',
  'alerts.kind.missing-prerequisite',
  'alerts.kind.low-stock',
  'alerts.kind.odd-price',
  'alerts.kind.import-ended',
  'alerts.kind.weekly-report',
];

export interface Ways {
  readonly desktop: boolean;
  readonly mail: boolean;
}

/** A kind's setting (`both`, `desktop`, `mail`, `off`) as two switches. */
export const readWays = (value: string): Ways => ({
  desktop: value === 'both' || value === 'desktop',
  mail: value === 'both' || value === 'mail',
});

export function writeWays({ desktop, mail }: Ways): string {
  if (desktop && mail) return 'both';
  if (desktop) return 'desktop';
  return mail ? 'mail' : 'off';
}

import type { AlertKind } from './alert.ts';

/** Several of a kind in one line. */
const SEVERAL: Readonly<Record<AlertKind, string>> = {
  'lost-order': 'web orders did not reach the till',
  'failed-print': 'tickets were not printed',
  'sync-error': 'things could not be brought in step',
  'missing-prerequisite': 'things are missing for the sync',
  'low-stock': 'products are low on stock',
  'odd-price': 'runs carried odd prices over',
  'import-ended': 'imports need you',
  'weekly-report': 'weekly reports are ready',
};
const ONE: Readonly<Record<AlertKind, string>> = {
  'lost-order': 'web order did not reach the till',
  'failed-print': 'ticket was not printed',
  'sync-error': 'thing could not be brought in step',
  'missing-prerequisite': 'thing is missing for the sync',
  'low-stock': 'product is low on stock',
  'odd-price': 'run carried odd prices over',
  'import-ended': 'import needs you',
  'weekly-report': 'weekly report is ready',
};
const MOST_NAMED = 3;

/** "3 products are low on stock". */
export const countAlerts = (kind: AlertKind, count: number): string =>
  count === 1 ? `1 ${ONE[kind]}` : `${count} ${SEVERAL[kind]}`;

/** The first few titles, and how many more there are. */
export function nameSome(titles: readonly string[]): string {
  const named = titles.slice(0, MOST_NAMED).map((title) => title.replace(/[.!]$/, ''));
  const others = titles.length - named.length;
  return `${named.join('; ')}${others > 0 ? `; and ${others} more` : ''}.`;
}

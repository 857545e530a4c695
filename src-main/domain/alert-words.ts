import type { AlertKind } from './alert.ts';
import type { Say } from './words.ts';

/** How many of a kind, in one line. */
const COUNTED: Readonly<Record<AlertKind, (count: number, say: Say) => string>> = {
  'lost-order': (count, say) => say('{{count}} web orders did not reach the till', { count }),
  'failed-print': (count, say) => say('{{count}} tickets were not printed', { count }),
  'sync-error': (count, say) => say('{{count}} things could not be brought in step', { count }),
  'missing-prerequisite': (count, say) => say('{{count}} things are missing for the sync', { count }),
  'low-stock': (count, say) => say('{{count}} products are low on stock', { count }),
  'odd-price': (count, say) => say('{{count}} alerts of odd prices', { count }),
  'import-ended': (count, say) => say('{{count}} imports need you', { count }),
  'weekly-report': (count, say) => say('{{count}} weekly reports are ready', { count }),
};
const MOST_NAMED = 3;

/** "3 products are low on stock". */
export const countAlerts = (kind: AlertKind, count: number, say: Say): string => COUNTED[kind](count, say);

/** The first few titles, and how many more there are. */
export function nameSome(titles: readonly string[], say: Say): string {
  const named = titles.slice(0, MOST_NAMED).map((title) => title.replace(/[.!]$/, ''));
  const others = titles.length - named.length;
  const all = named.join('; ');
  return others > 0 ? say('{{titles}}; and {{others}} more.', { titles: all, others }) : `${all}.`;
}

import type { FieldName } from '../../domain/fields.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { LivePlan } from '../../domain/live-plan.ts';
import type { FieldRuling } from '../../domain/merge.ts';
import type { KnownSales } from '../../domain/merge-stock.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Ledger, Link, Side } from '../ledger-ports.ts';

/** As many movements of one product as one window can hold. */
const MOST_MOVES = 200;

export function readReach(settings: Settings): Reach {
  if (settings['sync.direction'] === 'till-to-store') return 'store';
  return settings['sync.direction'] === 'store-to-till' ? 'till' : 'both';
}

/**
 * What people and their rules said, and what orders explain, for a plan in both directions.
 * @param canRead whether each side's orders could be read; where not, every fall is taken for a sale
 */
export function createLiveRules(
  ledger: Ledger,
  settings: Settings,
  canRead: Readonly<Record<Side, boolean>>,
): Pick<LivePlan, 'reach' | 'ruling' | 'held' | 'sales'> {
  const rules = new Map(ledger.rules.all().map((rule) => [rule.field, rule.take]));
  const findLink = (id: CloverId): Link | null =>
    ledger.links.findByClover('product', id) ?? ledger.links.findByClover('variation', id);
  return {
    reach: readReach(settings),
    ruling: (id, field): FieldRuling | null => {
      const link = findLink(id);
      const ruling = link ? ledger.conflicts.find(link.id, field)?.ruling : null;
      if (ruling) {
        const { take, value, seenTill, seenStore } = ruling;
        return { rule: 'decided', take, value, seen: { till: seenTill, store: seenStore } };
      }
      const take = rules.get(field);
      return take ? { rule: 'always', take } : null;
    },
    // Values that are equal again end a conflict by themselves; of an unsure count they say nothing.
    held: (id): ReadonlySet<FieldName> => {
      const link = findLink(id);
      const open = link ? ledger.conflicts.find(link.id, 'stock') : null;
      return new Set(open ? ['stock'] : []);
    },
    sales: (id): KnownSales => {
      const sums = { till: 0, store: 0 };
      const link = findLink(id);
      const moves = link ? ledger.stockMoves.page({ linkId: link.id, limit: MOST_MOVES, offset: 0 }) : [];
      for (const { side, orderId, pieces, atMs } of moves)
        if (orderId !== null && atMs >= (link?.lastSyncedMs ?? 0)) sums[side] += pieces;
      return {
        till: canRead.till ? sums.till : Number.NEGATIVE_INFINITY,
        store: canRead.store ? sums.store : Number.NEGATIVE_INFINITY,
      };
    },
  };
}

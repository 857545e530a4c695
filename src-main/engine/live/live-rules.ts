import type { FieldName } from '../../domain/fields.ts';
import type { CloverId } from '../../domain/ids.ts';
import type { LivePlan } from '../../domain/live-plan.ts';
import type { FieldRuling } from '../../domain/merge.ts';
import type { CoveredSales, OrderSums } from '../../domain/merge-stock.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Settings } from '../../domain/settings.ts';
import { isUnchanged } from '../../domain/stored-fields.ts';
import type { Conflict, Ledger, Link, Ruling, Side } from '../ledger-ports.ts';

export function readReach(settings: Settings): Reach {
  if (settings['sync.direction'] === 'till-to-store') return 'store';
  return settings['sync.direction'] === 'store-to-till' ? 'till' : 'both';
}

type LiveRules = Pick<LivePlan, 'reach' | 'ruling' | 'orders'>;

/** Fields whose open conflict waits for a person, for a plan of either kind. */
export function createHeld(ledger: Ledger): NonNullable<PlanInput['held']> {
  const conflicts = readConflicts(ledger);
  return (id) => new Set(conflicts.get(id)?.keys());
}

/**
 * What people and their rules said, and what orders explain, for a plan in both directions.
 * @param canRead whether each side's orders could be read; where not, every fall is taken for a sale
 * @param look when the look began whose orders are new, and what our own writes covered
 */
export function createLiveRules(
  ledger: Ledger,
  settings: Settings,
  canRead: Readonly<Record<Side, boolean>>,
  look?: { readonly sinceMs: number; readonly covered: ReadonlyMap<CloverId, CoveredSales> },
): LiveRules {
  const rules = new Map(ledger.rules.all().map((rule) => [rule.field, rule.take]));
  const conflicts = readConflicts(ledger);
  const findLink = (id: CloverId): Link | null =>
    ledger.links.findByClover('product', id) ?? ledger.links.findByClover('variation', id);
  return {
    reach: readReach(settings),
    ruling: (id, field): FieldRuling | null => {
      const conflict = conflicts.get(id)?.get(field);
      if (conflict?.ruling) return readRuling(conflict, conflict.ruling);
      const take = rules.get(field);
      return take ? { rule: 'always', take } : null;
    },
    orders: (id): OrderSums => {
      const link = findLink(id);
      const read = (side: Side): number | null =>
        link && canRead[side] ? ledger.stockMoves.sumOrders(link.id, side) : null;
      const sums = { till: read('till'), store: read('store') };
      if (!link || !look) return sums;
      const earlier = {
        till: ledger.stockMoves.sumOrders(link.id, 'till', look.sinceMs - 1),
        store: ledger.stockMoves.sumOrders(link.id, 'store', look.sinceMs - 1),
      };
      const covered = look.covered.get(id);
      return { ...sums, earlier, ...(covered ? { covered } : {}) };
    },
  };
}

/** Few of many products have one: asked field by field they would be most of the work of a comparison. */
function readConflicts({ conflicts }: Ledger): ReadonlyMap<CloverId, ReadonlyMap<FieldName, Conflict>> {
  const open = new Map<CloverId, Map<FieldName, Conflict>>();
  for (const conflict of conflicts.page({ limit: Number.MAX_SAFE_INTEGER, offset: 0 })) {
    const fields = open.get(conflict.cloverId) ?? new Map<FieldName, Conflict>();
    open.set(conflict.cloverId, fields.set(conflict.field, conflict));
  }
  return open;
}

/**
 * Where an earlier answer was written after a later one was given, the sides no longer have the values that the
 * person chose between: the chosen one is then a value like one of their own.
 */
function readRuling({ till, store }: Conflict, { take, value, seenTill, seenStore }: Ruling): FieldRuling {
  const decided = {
    rule: 'decided',
    seen: { till: seenTill, store: seenStore },
    answer: { take, value },
  } as const;
  const isWritten = !isUnchanged(till, seenTill) || !isUnchanged(store, seenStore);
  if (!isWritten || take === 'value') return { ...decided, take, value };
  if (take === 'till') return { ...decided, take: 'value', value: till };
  return { ...decided, take: 'value', value: null, stored: store };
}

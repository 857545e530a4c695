import type { CloverId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { findUnderway, type Making, type Underway } from '../../domain/underway.ts';
import type { Ledger, OutboxRow } from '../ledger-ports.ts';
import { listMade } from './make-on-till.ts';

/** What a stopped sync will go on making, as a plan beside it has to know. */
export function readUnderway(
  { outbox, links }: Ledger,
  { till, store }: Pick<PlanInput, 'till' | 'store'>,
): Underway {
  const isFree = (id: CloverId): boolean =>
    links.findByClover('product', id) === null && links.findByClover('variation', id) === null;
  return findUnderway(outbox.listMakings().flatMap(readMaking), till.items, store, isFree);
}

function readMaking(row: OutboxRow): Making[] {
  const { cloverId, wooId } = row;
  if (row.kind !== 'till.new') return cloverId === null ? [] : [{ side: 'store', cloverId }];
  const { create, madeIds } = listMade(row);
  return wooId === null || create.kind === 'category' ? [] : [{ side: 'till', wooId, create, madeIds }];
}

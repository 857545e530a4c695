import type { CloverId } from '../../domain/ids.ts';
import type { KnownLink } from '../../domain/known-link.ts';
import { type Covered, type CoveredSales, findLost, STOCK_SIDES } from '../../domain/merge-stock.ts';
import { listPartialSums } from '../../domain/partial-sums.ts';
import type { ShopOrder } from '../../domain/shop-order.ts';
import type { TillFacts } from '../../domain/till-catalog.ts';
import { FOLLOW_MARKS } from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Side } from '../ledger-ports.ts';
import type { FindCounts } from './both-counts.ts';

/** After so long nobody can tell a covered sale from a delivery, or from an order that was listed late. */
export const COVER_MS = 10 * 60_000;
/** A count may follow its order a moment later: what is missing has to be missing in a later look too. */
const SETTLE_MS = 5_000;
/** The till may list an order late (clover.md 7); what a look that began later still does not show came after the write. */
const LATE_MS = { till: 60_000, store: 5_000 } as const satisfies Readonly<Record<Side, number>>;
/** Movements of one product that are looked through. */
const MOST_MOVES = 200;

/** What looks wrong once and is to be looked at again; lost at no cost but a look. */
export interface CoverMemory {
  readonly suspects: Readonly<Record<Side, Map<CloverId, Suspect>>>;
  /** Orders of the store that say that they lowered counts, and when (monotonic) they were last listed. */
  readonly taken: Map<string, number>;
  /** Looks at each side's orders that came to an end, oldest first; forgotten like what they are for. */
  readonly looks: Readonly<Record<Side, OrderLook[]>>;
}

/** By the clock of the ledger's rows. */
interface OrderLook {
  readonly beganMs: number;
  readonly endedMs: number;
}

interface Suspect {
  readonly pieces: number;
  readonly sinceMs: number;
}

/** When a count was read: an order that came after that says nothing of it. */
export type FindReadMs = (side: Side, link: KnownLink) => number;

/** What was read, and of what. */
export interface CoverLook {
  readonly facts: TillFacts;
  /** Whether each side's orders could be read. */
  readonly canRead: Readonly<Record<Side, boolean>>;
  readonly links: readonly KnownLink[];
  readonly findCounts: FindCounts;
  readonly findReadMs: FindReadMs;
}

/**
 * The till takes whole counts only (clover.md 6.4), and the store reads, adds and writes (woocommerce.md 3.1), so
 * a sale between a reading and a writing is overwritten: then orders took more than the count shows. Told only
 * where nothing else can be the reason: counts follow orders on this side, they did so exactly when the write was
 * planned, the orders were first seen after it, and no fall waits for an order that is listed late. The store's
 * orders say themselves whether they took anything (woocommerce.md 4); a plugin may keep one from it.
 */
export function findCovered(
  deps: ImportDeps,
  memory: CoverMemory,
  look: CoverLook,
): ReadonlyMap<CloverId, CoveredSales> {
  const sides = STOCK_SIDES.filter((side) => isFollowing(side, deps, look));
  const found = new Map<CloverId, CoveredSales>();
  for (const link of look.links) {
    let sales: CoveredSales = {};
    for (const side of STOCK_SIDES) {
      const pieces = sides.includes(side) ? findMissing(side, link, { ...look, ...memory }, deps) : 0;
      const covered = weighSuspect(memory.suspects[side], link.cloverId, pieces, deps.clock.monotonicMs());
      if (covered) sales = { ...sales, [side]: covered };
    }
    if (Object.keys(sales).length > 0) found.set(link.cloverId, sales);
  }
  return found;
}

/** Keeps in mind which of the store's orders have lowered counts. */
export function noteTaken({ taken }: CoverMemory, orders: readonly ShopOrder[], nowMs: number): void {
  for (const [id, seenMs] of taken) if (nowMs - seenMs > COVER_MS) taken.delete(id);
  for (const { id, hasTaken } of orders) {
    if (hasTaken) taken.set(id, nowMs);
    else taken.delete(id);
  }
}

/** All orders of a side that were made before this look began are known now, but for those that it lists late. */
export function noteLook({ looks }: CoverMemory, side: Side, look: OrderLook): void {
  const kept = looks[side];
  while (kept[0] && look.endedMs - kept[0].endedMs > COVER_MS) kept.shift();
  kept.push(look);
}

/** Items that are to be looked at again; what is linked no more is forgotten. */
export function listSuspects({ suspects }: CoverMemory, { links }: ImportDeps['ledger']): CloverId[] {
  for (const ofSide of Object.values(suspects))
    for (const id of ofSide.keys())
      if (!links.findByClover('product', id) && !links.findByClover('variation', id)) ofSide.delete(id);
  return [...new Set([...suspects.till.keys(), ...suspects.store.keys()])];
}

function isFollowing(side: Side, { ledger, shop }: ImportDeps, { facts, canRead }: CoverLook): boolean {
  const isOn = side === 'store' || (facts.tracksStock && facts.updatesStock);
  return isOn && canRead[side] && ledger.meta.get(FOLLOW_MARKS[side]) === shop;
}

/** Proven is what is still missing, as many pieces, in a later look. */
function weighSuspect(
  suspects: Map<CloverId, Suspect>,
  id: CloverId,
  pieces: number,
  nowMs: number,
): Covered | null {
  const suspect = suspects.get(id);
  if (pieces === 0) suspects.delete(id);
  else if (suspect?.pieces !== pieces) suspects.set(id, { pieces, sinceMs: nowMs });
  if (pieces === 0) return null;
  const isProven = suspect?.pieces === pieces && nowMs - suspect.sinceMs >= SETTLE_MS;
  if (isProven) suspects.delete(id);
  return { pieces, isProven };
}

/** Pieces that orders took and the count does not show; 0 where there may be another reason. */
function findMissing(
  side: Side,
  link: KnownLink,
  look: CoverLook & CoverMemory,
  { ledger, clock }: ImportDeps,
): number {
  const { kind, cloverId, shadow } = link;
  const agreed = shadow?.stock;
  const writtenMs = agreed?.written?.[side];
  if (!agreed || writtenMs === undefined || kind === 'category') return 0;
  if (Math.abs(clock.nowMs() - writtenMs) > COVER_MS) return 0;
  const count = look.findCounts(link)[side];
  const id = ledger.links.findByClover(kind, cloverId)?.id;
  if (count === null || id === undefined) return 0;
  const sum = ledger.stockMoves.sumOrders(id, side, look.findReadMs(side, link));
  const lost = findLost(count - Number(agreed[side]), sum, agreed.orders?.[side]);
  if (lost === 0) return 0;
  const moves = ledger.stockMoves
    .page({ linkId: id, limit: MOST_MOVES, offset: 0 })
    .filter((move) => move.side === side && move.atMs >= writtenMs - COVER_MS);
  // A person's count, up or down, may have the sale in it.
  if (moves.some(({ orderId }) => orderId === null)) return 0;
  const lateMs = (agreed.ended?.[side] ?? writtenMs + COVER_MS) + LATE_MS[side];
  const lastMs = look.looks[side].find(({ beganMs }) => beganMs >= lateMs)?.endedMs ?? writtenMs + COVER_MS;
  const sales = moves
    .filter(({ atMs, pieces }) => atMs >= writtenMs && atMs <= lastMs && pieces < 0)
    .filter(({ orderId }) => side === 'till' || (orderId !== null && look.taken.has(orderId)))
    .map(({ pieces }) => -pieces);
  // A write covers whole sales. A part of one that is missing was never covered: somebody counted beside the sale, or
  // that side took it for something else.
  return listPartialSums(sales)?.(lost) ? lost : 0;
}

import type { CloverId } from '../../domain/ids.ts';
import type { KnownLink } from '../../domain/known-link.ts';
import { type Covered, findLost } from '../../domain/merge-stock.ts';
import type { TillFacts, TillItem } from '../../domain/till-catalog.ts';
import { FOLLOW_MARK } from '../cursors.ts';
import type { ImportDeps } from '../import-deps.ts';

/** After so long nobody can tell a covered sale from a delivery, or from an order that was listed late. */
export const COVER_MS = 10 * 60_000;
/** A count may follow its order a moment later: what is missing has to be missing in a later look too. */
const SETTLE_MS = 5_000;
/** The till counts thousandths of what is weighed (clover.md 7.3). */
const PARTS = 1_000;
/** More sales of one product within one look than anybody can tell apart. */
const MOST_SUMS = 5_000;
/** Movements of one product that are looked through. */
const MOST_MOVES = 200;

/** What looks wrong once and is to be looked at again; lost at no cost but a look. */
export interface CoverMemory {
  readonly suspects: Map<CloverId, { readonly pieces: number; readonly sinceMs: number }>;
}

/**
 * The till takes whole counts only (clover.md 6.4), so a sale between our reading and our writing is
 * overwritten: then orders took more than the count shows. Told only where nothing else can be the reason:
 * counts follow orders on this till, they did so exactly when the write was planned, the orders were first
 * seen after it, and no fall waits for an order that is listed late.
 * @param findReadMs when the count was read: an order that came after that says nothing of it
 */
export function findCovered(
  deps: ImportDeps,
  { suspects }: CoverMemory,
  facts: TillFacts,
  links: readonly KnownLink[],
  items: readonly TillItem[],
  findReadMs: (id: CloverId) => number,
): ReadonlyMap<CloverId, Covered> {
  const found = new Map<CloverId, Covered>();
  const isFollowing =
    facts.tracksStock && facts.updatesStock && deps.ledger.meta.get(FOLLOW_MARK) === deps.shop;
  const counts = new Map(items.map(({ id, stock }) => [id, stock]));
  const nowMs = deps.clock.monotonicMs();
  for (const link of links) {
    const { cloverId } = link;
    const count = counts.get(cloverId);
    const isWritten = link.shadow?.stock?.writtenMs !== undefined;
    if (!isWritten && !suspects.has(cloverId)) continue;
    const pieces =
      isWritten && isFollowing && typeof count === 'number'
        ? findMissing(deps, link, count, findReadMs(cloverId))
        : 0;
    const suspect = suspects.get(cloverId);
    if (pieces === 0) suspects.delete(cloverId);
    else if (suspect?.pieces !== pieces) suspects.set(cloverId, { pieces, sinceMs: nowMs });
    if (pieces === 0) continue;
    const isProven = suspect?.pieces === pieces && nowMs - suspect.sinceMs >= SETTLE_MS;
    if (isProven) suspects.delete(cloverId);
    found.set(cloverId, { pieces, isProven });
  }
  return found;
}

/** Items that are to be looked at again; what is linked no more is forgotten. */
export function listSuspects({ suspects }: CoverMemory, { links }: ImportDeps['ledger']): CloverId[] {
  for (const id of suspects.keys())
    if (!links.findByClover('product', id) && !links.findByClover('variation', id)) suspects.delete(id);
  return [...suspects.keys()];
}

/** Pieces that orders took and the count does not show; 0 where there may be another reason. */
function findMissing(
  { ledger, clock }: ImportDeps,
  { kind, cloverId, shadow }: KnownLink,
  count: number,
  readMs: number,
): number {
  const agreed = shadow?.stock;
  const id = kind === 'category' ? undefined : ledger.links.findByClover(kind, cloverId)?.id;
  if (agreed?.writtenMs === undefined || id === undefined) return 0;
  const { writtenMs } = agreed;
  if (Math.abs(clock.nowMs() - writtenMs) > COVER_MS) return 0;
  const lost = findLost(
    count - Number(agreed.till),
    ledger.stockMoves.sumOrders(id, 'till', readMs),
    agreed.orders?.till,
  );
  if (lost === 0) return 0;
  const moves = ledger.stockMoves
    .page({ linkId: id, limit: MOST_MOVES, offset: 0 })
    .filter(({ side, atMs }) => side === 'till' && atMs >= writtenMs - COVER_MS);
  // A person's count, up or down, may have the sale in it.
  if (moves.some(({ orderId }) => orderId === null)) return 0;
  const sales = moves
    .filter(({ atMs, pieces }) => atMs >= writtenMs && pieces < 0)
    .map(({ pieces }) => -pieces);
  return isSumOfSome(sales, lost) ? lost : 0;
}

/**
 * A write covers whole sales. A part of one that is missing was never covered: somebody counted beside the sale,
 * or the till took it for something else.
 */
function isSumOfSome(sales: readonly number[], wanted: number): boolean {
  const parts = (pieces: number): number => Math.round(pieces * PARTS);
  let sums = new Set([0]);
  for (const sale of sales) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + parts(sale))]);
    if (sums.has(parts(wanted))) return true;
    if (sums.size > MOST_SUMS) return false;
  }
  return false;
}

import { type Practice, startPractice } from '../../src-main/boot/practice.ts';

/** A linked product that a bench may change. */
export interface BenchPair {
  readonly cloverId: string;
  readonly wooId: number;
}

/** What a person does at one end; the process says when the other end has it. */
export interface Deed extends BenchPair {
  readonly id: number;
  readonly side: 'till' | 'store';
  readonly what: 'price' | 'sale' | 'recount';
}

export type LiveOrder =
  | { readonly kind: 'start'; readonly items: number; readonly latencyMs: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly BenchPair[] }
  | { readonly kind: 'deed'; readonly deed: Deed };

interface Watch {
  readonly id: number;
  readonly startedMs: number;
  readonly isThere: () => boolean;
}

const LOOK_MS = 10;
const watches = new Set<Watch>();
let practice: Practice | null = null;

process.on('message', (order: LiveOrder) => {
  if (order.kind === 'start') return void start(order.items, order.latencyMs);
  if (!practice) return;
  if (order.kind === 'pairs') process.send?.({ kind: 'pairs', pairs: order.pairs.filter(isCounted) });
  else watches.add(perform(order.deed, practice));
});
process.once('disconnect', () => process.exit(0));

async function start(items: number, latencyMs: number): Promise<void> {
  practice = await startPractice({ menu: 'generated', items, latencyMs });
  const { till, store, facts, hub } = practice;
  process.send?.({ till, store, facts, hub: { url: hub.url, code: await hub.invite() } });
  setInterval(tellArrivals, LOOK_MS);
}

/** Read from the services' own memory: the bench's look costs the till no request. */
function tellArrivals(): void {
  for (const watch of watches) {
    if (!watch.isThere()) continue;
    watches.delete(watch);
    process.send?.({ kind: 'arrived', id: watch.id, ms: performance.now() - watch.startedMs });
  }
}

const isCounted = ({ cloverId, wooId }: BenchPair): boolean =>
  practice?.tillService.state.itemStocks.get(cloverId) !== undefined &&
  practice.storeService.state.products.get(wooId)?.manageStock === true &&
  practice.tillService.state.items.get(cloverId)?.priceType === 'FIXED';

function perform(deed: Deed, { tillService, storeService }: Practice): Watch {
  const { cloverId, wooId, side, what } = deed;
  const tillStock = (): number => tillService.state.itemStocks.get(cloverId)?.quantity ?? Number.NaN;
  const storeStock = (): number => storeService.state.products.get(wooId)?.stockQuantity ?? Number.NaN;
  const isFromTill = side === 'till';
  const startedMs = performance.now();
  if (what === 'price') {
    const cents = 100_000 + deed.id;
    const text = (cents / 100).toFixed(2);
    if (isFromTill) tillService.staff.editItem(cloverId, { price: cents });
    else storeService.staff.editProduct(wooId, { regular_price: text });
    const isThere = isFromTill
      ? () => storeService.state.products.get(wooId)?.regularPrice === text
      : () => tillService.state.items.get(cloverId)?.price === cents;
    return { id: deed.id, startedMs, isThere };
  }
  const before = isFromTill ? tillStock() : storeStock();
  const after = what === 'sale' ? before - 1 : before + 7;
  if (isFromTill && what === 'sale') tillService.staff.sell(cloverId, 1);
  else if (isFromTill) tillService.staff.recount(cloverId, after);
  else if (what === 'sale') storeService.staff.buy(wooId, 1);
  else storeService.staff.editProduct(wooId, { stock_quantity: after });
  return { id: deed.id, startedMs, isThere: () => (isFromTill ? storeStock() : tillStock()) === after };
}

import type { PracticeRandom } from '../../../src-practice/random.ts';
import { drawBetween, isLucky } from '../chance.ts';
import type { SimWorld, WorldPlan } from '../sim-world.ts';

type Side = 'till' | 'store';
type Edited = 'name' | 'price' | 'sku' | 'shown';

interface Said {
  readonly kind: 'said';
  readonly side: Side;
  readonly ware: number;
  readonly field: Edited;
  readonly serial: number;
}

/** What one person does, in words that are the same in every life of the shop. `ware` is a place in the first catalog. */
export type Deed =
  | Said
  | { readonly kind: 'sold' | 'counted'; readonly side: Side; readonly ware: number; readonly pieces: number }
  | { readonly kind: 'removed'; readonly ware: number }
  | { readonly kind: 'added'; readonly side: Side; readonly serial: number; readonly pieces: number };

export interface TimedDeed {
  /** After the first import. */
  readonly atMs: number;
  readonly deed: Deed;
}

/** A quarter of an hour with what people do in it. */
export interface Period {
  readonly untilMs: number;
  readonly deeds: readonly TimedDeed[];
}

/** The time between two comparisons of everything, as it is set at first (`reconcile.everyMinutes`). */
export const PERIOD_MS = 15 * 60_000;
/** A shop has several busy times; hints of one are late for the next. */
const BUSY_TIMES = 2;
const PERIODS_EACH = 2;
const APART_MS = 12 * 3_600_000;

/**
 * Who says what of a ware is drawn once: two people who change one field before either can see the other's word are a
 * question in one life and none in the other, rightly so. Pieces are sold on both sides, or counted on one. Deleted is what nobody has touched: of a ware that is gone,
 * nobody carries over what was said of it shortly before.
 */
export function drawPeriods(random: PracticeRandom, { catalog }: WorldPlan): readonly Period[] {
  const wares = catalog.items.map((item) => ({
    sides: {
      name: drawSide(random),
      price: drawSide(random),
      sku: drawSide(random),
      shown: drawSide(random),
    },
    counter: isLucky(random, 30) ? drawSide(random) : null,
    isMember: item.group !== undefined,
    isCounted: item.stock !== undefined,
    isGone: false,
    isTouched: false,
  }));
  let serial = 0;
  const draw = (): Deed => {
    serial += 1;
    const pieces = drawBetween(random, 1, 4);
    if (isLucky(random, 12)) return { kind: 'added', side: drawSide(random), serial, pieces };
    const ware = random.below(wares.length);
    const it = wares[ware];
    if (!it || it.isGone) return draw();
    if (!it.isMember && !it.isTouched && isLucky(random, 10)) {
      it.isGone = true;
      return { kind: 'removed', ware };
    }
    it.isTouched = true;
    if (isLucky(random, 50)) {
      if (it.counter === null) return { kind: 'sold', side: drawSide(random), ware, pieces };
      if (it.isCounted) return { kind: 'counted', side: it.counter, ware, pieces: 20 + serial };
    }
    const field = random.pick(
      it.isMember ? (['price', 'sku'] as const) : (['name', 'price', 'sku', 'shown'] as const),
    );
    return { kind: 'said', field, side: it.sides[field], ware, serial };
  };
  const periods: Period[] = [];
  for (let busy = 0; busy < BUSY_TIMES; busy += 1)
    for (let at = 0; at < PERIODS_EACH; at += 1) {
      const startMs = busy * APART_MS + at * PERIOD_MS;
      const moments = Array.from({ length: drawBetween(random, 2, 4) }, () => random.below(PERIOD_MS));
      moments.sort((left, right) => left - right);
      const deeds = moments.map((moment) => ({ atMs: startMs + moment, deed: draw() }));
      periods.push({ untilMs: startMs + PERIOD_MS, deeds });
    }
  return periods;
}

const drawSide = (random: PracticeRandom): Side => random.pick(['till', 'store'] as const);

/** The things of the first catalog on both sides, once the import has made them. */
export function createHands({ till, store, eye }: SimWorld): (deed: Deed) => void {
  const ids = [...till.state.items.values()].map(({ id }) => id);
  const wooIds = new Map(eye.links().map(({ cloverId, wooId }) => [cloverId, wooId ?? 0]));
  const readIds = (ware: number): { readonly item: string; readonly product: number } => {
    const item = ids[ware] ?? '';
    return { item, product: wooIds.get(item) ?? 0 };
  };
  return (deed) => {
    if (deed.kind === 'added') return add(deed);
    const { item, product } = readIds(deed.ware);
    if (deed.kind === 'removed') return till.staff.removeItem(item);
    if (deed.kind === 'sold') {
      if (deed.side === 'till') till.staff.sell(item, deed.pieces);
      else store.staff.buy(product, deed.pieces);
      return;
    }
    if (deed.kind === 'said') return say(deed, item, product);
    if (deed.side === 'till') till.staff.recount(item, deed.pieces);
    else store.staff.editProduct(product, { stock_quantity: deed.pieces });
  };

  function say({ side, field, serial }: Said, item: string, product: number): void {
    if (side === 'till') till.staff.editItem(item, writeItem(field, serial));
    else store.staff.editProduct(product, writeProduct(field, serial));
  }

  function add({ side, serial, pieces }: Extract<Deed, { kind: 'added' }>): void {
    const name = `New ${serial}`;
    const sku = `NEW-${serial}`;
    if (side === 'till') {
      till.staff.recount(till.staff.addItem({ name, sku, price: 500 + serial }), pieces);
      return;
    }
    const regular_price = (5 + serial / 100).toFixed(2);
    store.staff.addProduct({ name, sku, regular_price, manage_stock: true, stock_quantity: pieces });
  }
}

function writeItem(field: Edited, serial: number) {
  if (field === 'name') return { name: `Renamed ${serial}` };
  if (field === 'price') return { price: 2_000 + 100 * serial };
  if (field === 'sku') return { sku: `SKU-${serial}` };
  return { hidden: serial % 2 === 0 };
}

function writeProduct(field: Edited, serial: number) {
  if (field === 'name') return { name: `Renamed ${serial}` };
  if (field === 'price') return { regular_price: (20 + serial).toFixed(2) };
  if (field === 'sku') return { sku: `SKU-${serial}` };
  return { catalog_visibility: serial % 2 === 0 ? 'hidden' : 'visible' };
}

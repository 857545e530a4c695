import { LINES_PER_ORDER, PIECES_PER_LINE, readPizzaDemand } from '../../catalogs/pizza-demand.ts';
import type { PracticeRandom } from '../../random.ts';
import type { Shop } from '../shop.ts';
import { createGroupReader, type GroupReader, type OfferedGroup } from './choice-groups.ts';
import {
  CHOICE_FORMATS,
  type ChoiceFormat,
  type GuestChoice,
  type GuestLine,
  type GuestOrder,
  TIME_FORMATS,
} from './guest-order.ts';
import { GUESTS, LINE_NOTES, NOTES } from './guest-words.ts';

/** What may be fixed of an order that is otherwise left to chance. */
export interface RandomOrderOptions {
  readonly format?: ChoiceFormat | undefined;
  readonly lines?: number | undefined;
  /** The first thing chosen is charged at this, whatever the shop asks for it. */
  readonly forgedCents?: number | undefined;
  readonly coupon?: string | undefined;
}

/** Draws orders from what the shop sells now; undefined while it sells nothing. */
export type OrderDrawer = (random: PracticeRandom, options?: RandomOrderOptions) => GuestOrder | undefined;

/** How often a thing that is no pizza is ordered, beside some hundred to two thousand of each pizza. */
const SIDE_WEIGHT = 120;
const MINUTE_MS = 60_000;

/**
 * Draws orders as the real pizzeria had them: pizzas by how often they were sold, lines and pieces as there
 * were in its orders. The same seed draws the same order of the same shop.
 */
export function createOrderDrawer(shop: Shop): OrderDrawer {
  // Read from their files at the first order: a shop that never has one is opened at no cost.
  let habits: { readonly readGroups: GroupReader; readonly demand: ReadonlyMap<string, number> } | null =
    null;
  let menu: WeightedMenu = { ids: [], sums: [] };
  let menuMark = '';
  const readMenu = (demand: ReadonlyMap<string, number>): WeightedMenu => {
    const mark = `${shop.catalog.listIds('publish').length} ${shop.catalog.listVariationIds().length}`;
    if (mark !== menuMark) menu = buildMenu(shop, demand);
    menuMark = mark;
    return menu;
  };
  return (random, options = {}) => {
    habits ??= { readGroups: createGroupReader(shop), demand: readPizzaDemand() };
    const { readGroups, demand } = habits;
    const { ids, sums } = readMenu(demand);
    if (ids.length === 0) return undefined;
    const count = options.lines ?? drawWeighted(random, LINES_PER_ORDER) + 1;
    const lines = Array.from({ length: count }, (): GuestLine => {
      const productId = ids[drawSum(random, sums)] ?? 0;
      const product = shop.catalog.find(productId);
      const groups = product ? readGroups(product) : [];
      return {
        productId,
        quantity: drawWeighted(random, PIECES_PER_LINE) + 1,
        choices: groups.flatMap((group) => drawChoices(random, group)),
        ...(random.below(12) === 0 && { note: random.pick(LINE_NOTES) }),
      };
    });
    return dressOrder(shop, random, forge(lines, options.forgedCents), options);
  };
}

interface WeightedMenu {
  readonly ids: readonly number[];
  /** Running sums of the weights. */
  readonly sums: readonly number[];
}

function buildMenu(shop: Shop, demand: ReadonlyMap<string, number>): WeightedMenu {
  const sold = [...shop.catalog.listIds('publish'), ...shop.catalog.listVariationIds()]
    .map((id) => shop.catalog.find(id))
    .filter((record) => record !== undefined)
    .filter(({ type, regularPrice }) => (type === 'simple' || type === 'variation') && regularPrice !== '');
  let sum = 0;
  return {
    ids: sold.map(({ id }) => id),
    sums: sold.map(({ sku }) => {
      sum += demand.get(sku) ?? SIDE_WEIGHT;
      return sum;
    }),
  };
}

function drawSum(random: PracticeRandom, sums: readonly number[]): number {
  const sought = random.below(sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) <= sought) low = middle + 1;
    else high = middle;
  }
  return low;
}

function drawWeighted(random: PracticeRandom, weights: readonly number[]): number {
  let left = random.below(weights.reduce((sum, weight) => sum + weight, 0));
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(0, found);
}

/** What must be chosen, and seldom more; never more than may be. */
function drawChoices(random: PracticeRandom, { min, max, choices }: OfferedGroup): readonly GuestChoice[] {
  const extra = random.below(3) === 0 ? 1 + random.below(2) : 0;
  const wanted = Math.min(max, choices.length, min + extra);
  const left = [...choices];
  return Array.from({ length: wanted }, () => left.splice(random.below(left.length), 1)).flat();
}

function forge(lines: readonly GuestLine[], forgedCents: number | undefined): readonly GuestLine[] {
  if (forgedCents === undefined) return lines;
  const at = lines.findIndex(({ choices }) => choices.length > 0);
  return lines.map((line, index) =>
    index === at
      ? {
          ...line,
          choices: line.choices.map((choice, first) =>
            first === 0 ? { ...choice, priceCents: forgedCents } : choice,
          ),
        }
      : line,
  );
}

function dressOrder(
  shop: Shop,
  random: PracticeRandom,
  lines: readonly GuestLine[],
  { format, coupon }: RandomOrderOptions,
): GuestOrder {
  const method = random.pick(['pickup', 'pickup', 'delivery', 'delivery', 'delivery', 'dine-in'] as const);
  const wantedIn = random.below(3) === 0 ? (30 + 15 * random.below(8)) * MINUTE_MS : null;
  return {
    lines,
    format: format ?? random.pick(CHOICE_FORMATS),
    checkout: random.pick(['classic', 'block'] as const),
    method,
    payment: random.pick(['stripe', 'stripe', 'stripe', 'square_credit_card', 'cod'] as const),
    guest: random.pick(GUESTS),
    tipCents: random.below(3) === 0 ? 100 * (1 + random.below(8)) : 0,
    deliveryCents: method === 'delivery' ? random.pick([299, 399, 500]) : 0,
    giftCardCents: random.below(25) === 0 ? 1000 : 0,
    coupons: coupon === undefined ? [] : [coupon],
    note: random.below(4) === 0 ? random.pick(NOTES) : '',
    wantedMs: wantedIn === null ? null : shop.clock.nowMs() + wantedIn,
    timeFormat: random.pick(TIME_FORMATS),
  };
}

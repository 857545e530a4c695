import type { PracticeRandom } from '../random.ts';
import { createEan13 } from './barcode.ts';
import type { ItemDraft, ShelvedDraft } from './generated-drafts.ts';

/** How much of the catalog each oddity gets; real catalogs are like this. */
const SHARES = {
  perUnit: 0.01,
  openPrice: 0.01,
  hidden: 0.02,
  unavailable: 0.01,
  barcode: 0.3,
  modifiers: 0.2,
  severalCategories: 0.08,
  tags: 0.12,
  blankSku: 0.08,
  duplicateSku: 0.005,
  duplicateName: 0.01,
  counted: 0.6,
  negativeStock: 0.004,
  zeroStock: 0.03,
  autoManage: 0.1,
} as const;

/** Of dishes few are counted; goods make up the rest of `SHARES.counted`. */
const COUNTED_DISHES_SHARE = 0.22;

export const SECOND_CATEGORIES = ['Specials & Seasonal', 'Gifts', 'Local Favorites', 'À la Carte'] as const;
export const TAGS = ['Vegetarian', 'Vegan', 'Spicy', 'Gluten Free', 'Kitchen Printer'] as const;

/** Hands out, in place, everything that makes a catalog hard to carry over. */
export function addOddities(random: PracticeRandom, drafts: readonly ShelvedDraft[]): void {
  const all = drafts.map((draft) => draft.item);
  const single = drafts.filter((draft) => draft.item.group === undefined);
  const draw = (pool: readonly ItemDraft[], share: number): ItemDraft[] =>
    drawSome(random, pool, Math.round(drafts.length * share));

  addPriceTypes(random, single, draw);
  for (const item of draw(all, SHARES.hidden)) item.hidden = true;
  for (const item of draw(all, SHARES.unavailable)) item.available = false;
  addStocks(random, drafts, draw);
  draw(selectKind(drafts, 'shelf'), SHARES.barcode).forEach((item, index) => {
    item.code = createEan13(index + 1);
  });
  addModifiers(random, drafts);
  for (const item of draw(all, SHARES.severalCategories)) {
    item.categoryKeys = [...(item.categoryKeys ?? []), random.pick(SECOND_CATEGORIES)];
  }
  for (const item of draw(all, SHARES.tags)) item.tagKeys = [random.pick(TAGS)];
  addSkuTroubles(all, draw);
  addDuplicateNames(selectItems(single), draw);
}

type Draw = (pool: readonly ItemDraft[], share: number) => ItemDraft[];

function addPriceTypes(random: PracticeRandom, single: readonly ShelvedDraft[], draw: Draw): void {
  for (const item of draw(selectKind(single, 'scale'), SHARES.perUnit)) {
    item.priceType = 'PER_UNIT';
    item.unitName = random.pick(['lb', 'lb', 'oz', 'kg']);
  }
  for (const item of draw(selectKind(single, 'kitchen'), SHARES.openPrice)) {
    item.priceType = 'VARIABLE';
    item.priceCents = 0;
  }
}

function addStocks(random: PracticeRandom, drafts: readonly ShelvedDraft[], draw: Draw): void {
  const weighed = drafts.filter(({ item }) => item.priceType === 'PER_UNIT');
  for (const { item } of weighed) item.stock = random.below(60) + random.pick([0.25, 0.4, 0.5, 0.75]);
  const dishes = selectKind(drafts, 'kitchen');
  const countedDishes = drawSome(random, dishes, Math.round(dishes.length * COUNTED_DISHES_SHARE));
  const goods = selectItems(drafts.filter(({ item, shelf }) => shelf.kind !== 'kitchen' && !item.unitName));
  const countedGoods = Math.round(drafts.length * SHARES.counted) - countedDishes.length - weighed.length;
  const inPieces = [...countedDishes, ...drawSome(random, goods, countedGoods)];
  for (const item of inPieces) item.stock = 1 + random.below(random.pick([12, 60, 240]));
  for (const item of draw(inPieces, SHARES.zeroStock)) item.stock = 0;
  const inStock = inPieces.filter((item) => item.stock !== 0);
  for (const item of draw(inStock, SHARES.negativeStock)) item.stock = -1 - random.below(6);
  // Clover then keeps `available` after the count (clover.md 6.1), so only where both agree.
  const sellable = inStock.filter((item) => (item.stock ?? 0) > 0 && item.available !== false);
  for (const item of draw(sellable, SHARES.autoManage)) item.autoManage = true;
}

function addModifiers(random: PracticeRandom, drafts: readonly ShelvedDraft[]): void {
  const kitchen = drafts.filter((draft) => draft.shelf.kind === 'kitchen');
  for (const { item, shelf } of drawSome(random, kitchen, Math.round(drafts.length * SHARES.modifiers))) {
    const keys = shelf.modifierGroupKeys;
    item.modifierGroupKeys = keys.slice(0, 1 + random.below(keys.length));
  }
}

function addSkuTroubles(all: readonly ItemDraft[], draw: Draw): void {
  draw(all, SHARES.blankSku).forEach((item, index) => {
    if (index % 2 === 0) item.sku = '';
    else delete item.sku;
  });
  const pairs = draw(
    all.filter((item) => item.sku),
    SHARES.duplicateSku * 2,
  );
  for (const [index, [original, copy]] of pairUp(pairs).entries()) {
    const sku = original.sku ?? '';
    copy.sku = index % 2 === 0 ? sku.toLowerCase() : sku;
  }
}

/** Names of variants are the till's own (clover.md 6.6), so only single items repeat one. */
function addDuplicateNames(single: readonly ItemDraft[], draw: Draw): void {
  for (const [original, copy] of pairUp(draw(single, SHARES.duplicateName * 2))) copy.name = original.name;
}

function selectKind(drafts: readonly ShelvedDraft[], kind: ShelvedDraft['shelf']['kind']): ItemDraft[] {
  return selectItems(drafts.filter((draft) => draft.shelf.kind === kind));
}

function selectItems(drafts: readonly ShelvedDraft[]): ItemDraft[] {
  return drafts.map((draft) => draft.item);
}

function pairUp<T>(list: readonly T[]): [T, T][] {
  const pairs: [T, T][] = [];
  for (let index = 0; index + 1 < list.length; index += 2) {
    const [first, second] = list.slice(index, index + 2);
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

/** `count` different members of the pool, or all of them when it is smaller. */
function drawSome<T>(random: PracticeRandom, pool: readonly T[], count: number): T[] {
  const rest = [...pool];
  const drawn: T[] = [];
  while (drawn.length < count && rest.length > 0) {
    const index = random.below(rest.length);
    const last = rest.pop();
    if (last === undefined) break;
    const chosen = index < rest.length ? rest[index] : last;
    if (index < rest.length) rest[index] = last;
    if (chosen !== undefined) drawn.push(chosen);
  }
  return drawn;
}

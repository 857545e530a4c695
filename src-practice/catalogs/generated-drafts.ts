import type { PracticeRandom } from '../random.ts';
import type { TillCatalogItem, TillCatalogItemGroup } from '../till/catalog.ts';
import { SHELVES } from './generated-shelves.ts';
import { composeShelfName, countShelfNames, type Shelf } from './shelf.ts';

const GROUPED_SHARE = 0.05;
const GROUP_SIZE = 3;
const FEWEST_SHELVES = 21;
/** From this many items on, every shelf is open. */
const ITEMS_OF_A_FULL_SHOP = 10_000;

/** An item while its oddities are still being handed out. */
export type ItemDraft = { -readonly [Field in keyof TillCatalogItem]: TillCatalogItem[Field] };

/** A draft with the shelf it stands on. */
export interface ShelvedDraft {
  readonly item: ItemDraft;
  readonly shelf: Shelf;
}

/** Names of one shelf that nothing in the shop has yet. */
interface NameSource {
  readonly shelf: Shelf;
  takeItemName(): string;
  /** The group's name, after which all of its variants' names are taken. */
  takeGroupName(options: readonly string[]): string;
}

export interface DraftedShop {
  readonly shelves: readonly Shelf[];
  readonly itemGroups: readonly TillCatalogItemGroup[];
  readonly live: readonly ShelvedDraft[];
  readonly deleted: readonly ShelvedDraft[];
}

/** Names, prices and SKUs of `items` plain items and groups of three, plus some deleted ones. */
export function draftShop(random: PracticeRandom, items: number, deletedItems: number): DraftedShop {
  const shelves = SHELVES.slice(0, countShelves(items));
  const used = new Set<string>();
  const sources = shelves.map((shelf) => createNameSource(random, shelf, used));
  const groupableSources = sources.filter((source) => source.shelf.kind !== 'scale');
  const groups = Math.floor((items * GROUPED_SHARE) / GROUP_SIZE);
  const units = items - groups * (GROUP_SIZE - 1);
  const itemGroups: TillCatalogItemGroup[] = [];
  const live: ShelvedDraft[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    // Groups stand evenly among the plain items.
    const isGroup = Math.floor(((unit + 1) * groups) / units) > itemGroups.length;
    if (isGroup) live.push(...draftGroup(random, random.pick(groupableSources), itemGroups, live.length));
    else live.push(draftItem(random, random.pick(sources), live.length));
  }
  const deleted = Array.from({ length: deletedItems }, (_, index) => {
    const draft = draftItem(random, random.pick(sources), items + index);
    draft.item.deleted = true;
    return draft;
  });
  return { shelves, itemGroups, live, deleted };
}

function countShelves(items: number): number {
  const share = Math.min(1, items / ITEMS_OF_A_FULL_SHOP);
  return Math.floor(FEWEST_SHELVES + (SHELVES.length - FEWEST_SHELVES) * share);
}

function draftItem(random: PracticeRandom, source: NameSource, number: number): ShelvedDraft {
  const { shelf } = source;
  const item: ItemDraft = {
    name: source.takeItemName(),
    priceCents: drawPriceCents(random, shelf),
    sku: composeSku(shelf, number),
    categoryKeys: [shelf.key],
  };
  if (shelf.taxRateKey !== undefined) item.taxRateKeys = [shelf.taxRateKey];
  return { item, shelf };
}

function draftGroup(
  random: PracticeRandom,
  source: NameSource,
  itemGroups: TillCatalogItemGroup[],
  firstNumber: number,
): ShelvedDraft[] {
  const { shelf } = source;
  const key = `group-${itemGroups.length + 1}`;
  const sizes = shelf.sizes.filter((size) => size !== '').slice(0, GROUP_SIZE);
  const options = sizes.length === GROUP_SIZE ? sizes : ['Small', 'Medium', 'Large'];
  const name = source.takeGroupName(options);
  itemGroups.push({ key, name, attributes: [{ name: 'Size', options }] });
  const priceCents = drawPriceCents(random, shelf);
  return options.map((option, index) => {
    const item: ItemDraft = {
      name: `${name} ${option}`,
      priceCents: priceCents + index * 200,
      sku: composeSku(shelf, firstNumber + index),
      categoryKeys: [shelf.key],
      group: { key, options: [option] },
    };
    if (shelf.taxRateKey !== undefined) item.taxRateKeys = [shelf.taxRateKey];
    return { item, shelf };
  });
}

/** Prices as shops set them: so many dollars and 25, 49, 50, 75, 95 or 99 cents. */
function drawPriceCents(random: PracticeRandom, shelf: Shelf): number {
  const [lowest, highest] = shelf.priceRange;
  const dollars = Math.floor((lowest + random.below(highest - lowest)) / 100);
  return dollars * 100 + random.pick([25, 49, 50, 75, 95, 95, 99]);
}

function composeSku(shelf: Shelf, number: number): string {
  const letters = shelf.name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase();
  return `${letters}-${String(number + 1).padStart(5, '0')}`;
}

/**
 * Walks the shelf's names in strides that share no divisor with their number: every one comes once, in
 * an order that looks drawn. `used` keeps two shelves from giving the same name.
 */
function createNameSource(random: PracticeRandom, shelf: Shelf, used: Set<string>): NameSource {
  const total = countShelfNames(shelf);
  let stride = Math.floor(total * 0.618);
  while (findCommonDivisor(stride, total) !== 1) stride += 1;
  let position = random.below(total);
  let given = 0;
  const takeName = (listNames: (name: string, size: string) => readonly string[]): string => {
    while (given < total) {
      given += 1;
      position = (position + stride) % total;
      const { name, size } = composeShelfName(shelf, position);
      const names = listNames(name, size);
      if (names.some((taken) => used.has(taken))) continue;
      for (const taken of names) used.add(taken);
      return names[0] ?? name;
    }
    throw new RangeError(`no names left on the shelf ${shelf.name}`);
  };
  return {
    shelf,
    takeItemName: () => takeName((name, size) => [size === '' ? name : `${name} ${size}`]),
    takeGroupName: (options) => takeName((name) => [name, ...options.map((option) => `${name} ${option}`)]),
  };
}

function findCommonDivisor(first: number, second: number): number {
  return second === 0 ? first : findCommonDivisor(second, first % second);
}

import type { Link } from '../../src-main/engine/ledger-ports.ts';
import type { ProductRecord } from '../../src-practice/store/products/product.ts';
import type { ItemRow } from '../../src-practice/till/rows.ts';
import type { Deeds, Sides } from './sync-changes.ts';

const NO_CATEGORY = 'Uncategorized';

/**
 * Where the two sides differ, where one of them has something twice or not at all, and where pieces were
 * lost or made up. Empty when every promise is kept. A field with an open conflict is a person's business.
 */
export function findTroubles(sides: Sides, deeds: Deeds): string[] {
  return [...findDoubles(sides), ...comparePairs(sides, deeds), ...findMissing(sides, deeds)];
}

const listItems = ({ till }: Sides): ItemRow[] =>
  [...till.state.items.values()].filter((item) => item.deletedTime === undefined);
const listProducts = ({ store }: Sides): ProductRecord[] =>
  [...store.state.products.values()].filter((product) => product.status !== 'trash');

/** Everything on either side belongs to exactly one pair: what was made twice has none, or one too many. */
function findDoubles(sides: Sides): string[] {
  const links = sides.engine().links({ limit: 10_000, offset: 0 });
  const items = countBy(links.filter(isThing).map((link) => String(link.cloverId)));
  const products = countBy(links.filter(isThing).map((link) => String(link.wooId)));
  const troubles: string[] = [];
  const check = (what: string, pairs: number | undefined): void => {
    if (pairs !== 1) troubles.push(`${what} belongs to ${pairs ?? 0} pairs`);
  };
  for (const { id, name } of listItems(sides)) check(`item ${name}`, items.get(id));
  for (const { id, name } of sides.till.state.itemGroups.values()) check(`group ${name}`, items.get(id));
  for (const { id, name } of listProducts(sides)) check(`product ${name}`, products.get(String(id)));
  for (const [name, times] of countBy([...sides.till.state.categories.values()].map((it) => it.name)))
    if (times > 1) troubles.push(`${times} till categories "${name}"`);
  for (const [name, times] of countBy([...sides.store.state.categories.values()].map((it) => it.name)))
    if (times > 1) troubles.push(`${times} store categories "${name}"`);
  return troubles;
}

const isThing = (link: Link): boolean => link.kind !== 'category';

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function comparePairs(sides: Sides, deeds: Deeds): string[] {
  const engine = sides.engine();
  const { conflicts } = engine.conflicts.list({ limit: 1000, offset: 0 });
  const isAsked = (cloverId: string, field: string): boolean =>
    conflicts.some((conflict) => conflict.cloverId === cloverId && conflict.field === field);
  const troubles: string[] = [];
  for (const link of engine.links({ limit: 10_000, offset: 0 })) {
    const compare = (field: string, till: unknown, store: unknown): void => {
      if (till !== store && !isAsked(link.cloverId, field))
        troubles.push(`${link.name}: ${field} till ${till}, store ${store}`);
    };
    if (link.kind === 'category') {
      const store = sides.store.state.categories.get(Number(link.wooId));
      compare('name', sides.till.state.categories.get(link.cloverId)?.name, store?.name);
      continue;
    }
    const product = sides.store.state.products.get(Number(link.wooId));
    if (link.groupId === link.cloverId) {
      compare('name', sides.till.state.itemGroups.get(link.cloverId)?.name, product?.name);
      continue;
    }
    const item = sides.till.state.items.get(link.cloverId);
    if (!item || !product) {
      troubles.push(`${link.name}: ${item ? 'no product' : 'no item'}`);
      continue;
    }
    compare('price', item.price, Math.round(Number(product.regularPrice) * 100));
    compare('sku', item.sku ?? '', product.sku);
    const count = sides.till.state.itemStocks.get(item.id)?.quantity ?? null;
    compare('stock', count, product.manageStock ? product.stockQuantity : null);
    const wanted = deeds.counts.get(item.id);
    if (wanted !== undefined && count !== wanted && !isAsked(item.id, 'stock'))
      troubles.push(`${link.name}: ${count} pieces, not ${wanted}`);
    if (link.kind === 'variation') continue;
    compare('name', item.name, product.name);
    compare('categories', listTillCategories(sides, item), listStoreCategories(sides, product));
  }
  return troubles;
}

const listTillCategories = ({ till }: Sides, { id }: ItemRow): string =>
  [...till.state.itemCategories.rightsOf(id)]
    .map((category) => till.state.categories.get(category)?.name)
    .sort()
    .join(', ');

const listStoreCategories = ({ store }: Sides, { categoryIds }: ProductRecord): string =>
  categoryIds
    .map((id) => store.state.categories.get(id)?.name)
    .filter((name) => name !== NO_CATEGORY)
    .sort()
    .join(', ');

/** What people made is there, once on each side, under its name. */
function findMissing(sides: Sides, deeds: Deeds): string[] {
  const troubles: string[] = [];
  const till = countBy([
    ...listItems(sides).map((item) => item.name),
    ...[...sides.till.state.itemGroups.values()].map((group) => group.name),
  ]);
  const store = countBy(listProducts(sides).map((product) => product.name));
  for (const name of deeds.made)
    if (till.get(name) !== 1 || store.get(name) !== 1)
      troubles.push(`${name}: ${till.get(name) ?? 0} on the till, ${store.get(name) ?? 0} in the store`);
  const names = [sides.till.state.categories, sides.store.state.categories].map(
    (shelf) => new Set([...shelf.values()].map((it) => it.name)),
  );
  for (const name of deeds.categories.values())
    if (names.some((side) => !side.has(name))) troubles.push(`category ${name} is not on both sides`);
  return troubles;
}

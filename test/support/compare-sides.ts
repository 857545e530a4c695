import type { Practice } from '../../src-practice/practice.ts';
import type { ProductRecord } from '../../src-practice/store/products/product.ts';

const MARK = '_tillbridge_item';

/**
 * How the store differs from what an import of the till would make of it: a product missing or doubled, a
 * price, stock, SKU, category or modifier group not as on the till. Empty when both sides agree.
 */
export function listDifferences({
  tillService,
  storeService,
}: Pick<Practice, 'tillService' | 'storeService'>): string[] {
  const { state: till } = tillService;
  const { state: store } = storeService;
  const byMark = groupByMark(store.products.values());
  const doubleSkus = findDoubles(
    [...till.items.values()].filter((item) => !item.deletedTime).map((item) => item.sku ?? ''),
  );
  const differences: string[] = [];
  for (const item of till.items.values()) {
    if (item.deletedTime) continue;
    const found = byMark.get(item.id) ?? [];
    const [product] = found;
    const say = (what: string): void => void differences.push(`${item.name} (${item.id}): ${what}`);
    if (!product || found.length !== 1) {
      say(`${found.length} products`);
      continue;
    }
    const price = item.priceType === 'VARIABLE' ? '' : (item.price / 100).toFixed(2);
    if (product.regularPrice !== price) say(`price ${product.regularPrice}, not ${price}`);
    const sku = doubleSkus.has((item.sku ?? '').toLowerCase()) ? '' : (item.sku ?? '').trim();
    if (product.sku !== sku) say(`SKU ${product.sku}, not ${sku}`);
    const quantity = till.itemStocks.get(item.id)?.quantity;
    const stock = quantity === undefined ? null : Math.floor(quantity);
    if (product.stockQuantity !== stock || product.manageStock !== (stock !== null))
      say(`stock ${product.stockQuantity}, not ${stock}`);
    if (product.type === 'variation') {
      if (product.choices.length === 0) say('a variation without options');
      const parent = store.products.get(product.parentId);
      if (readMark(parent) !== item.itemGroupId) say('under another parent');
      continue;
    }
    const groups = product.meta.find((entry) => entry.key === '_tillbridge_modifier_groups')?.value;
    const groupCount = Array.isArray(groups) ? groups.length : 0;
    const wanted = [...till.itemModifierGroups.rightsOf(item.id)].length;
    if (groupCount !== wanted) say(`${groupCount} modifier groups, not ${wanted}`);
  }
  return differences;
}

function groupByMark(products: Iterable<ProductRecord>): Map<string, ProductRecord[]> {
  const byMark = new Map<string, ProductRecord[]>();
  for (const product of products) {
    const mark = readMark(product);
    if (product.status === 'trash' || mark === null) continue;
    byMark.set(mark, [...(byMark.get(mark) ?? []), product]);
  }
  return byMark;
}

/** The till item (or item group) that a product says it was made from. */
export function readMark(product: ProductRecord | undefined): string | null {
  const value = product?.meta.find((entry) => entry.key === MARK)?.value;
  return typeof value === 'string' ? value : null;
}

function findDoubles(skus: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const doubles = new Set<string>();
  for (const sku of skus) {
    const key = sku.trim().toLowerCase();
    if (key !== '' && seen.has(key)) doubles.add(key);
    seen.add(key);
  }
  return doubles;
}

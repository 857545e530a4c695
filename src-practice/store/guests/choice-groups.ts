import { createPizzeriaCatalog } from '../../catalogs/pizzeria.ts';
import { toAmount } from '../products/prices.ts';
import type { ProductRecord } from '../products/product.ts';
import type { Fields } from '../rest/failure.ts';
import { toRows, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import type { GuestChoice } from './guest-order.ts';

/** A group of choices as a guest sees it on the product's page. */
export interface OfferedGroup {
  readonly min: number;
  readonly max: number;
  readonly choices: readonly GuestChoice[];
}

/** The groups offered with a product. */
export type GroupReader = (product: ProductRecord) => readonly OfferedGroup[];

type Header = Pick<GuestChoice, 'groupId' | 'group' | 'isSingle'>;

/**
 * Reads what a product's page offers: the groups that were written to it in our own form, for Product Add-Ons
 * or for WooCommerce Food; a pizzeria's product without any is offered what the pizzeria has for it.
 */
export function createGroupReader(shop: Shop): GroupReader {
  const bySku = listPizzeriaGroups();
  return (product) => {
    const owner = product.type === 'variation' ? (shop.catalog.find(product.parentId) ?? product) : product;
    for (const [key, read] of Object.entries(READERS)) {
      const rows = toRows(owner.meta.find((entry) => entry.key === key)?.value);
      if (rows.length > 0) return rows.map(read).filter(({ choices }) => choices.length > 0);
    }
    return bySku.get(product.sku) ?? [];
  };
}

const READERS: Readonly<Record<string, (row: Fields) => OfferedGroup>> = {
  _tillbridge_modifier_groups: (row) => {
    const header = { groupId: toText(row.id), group: toText(row.name), isSingle: row.max === 1 };
    const mods = toRows(row.mods).filter(({ available }) => available !== false);
    const choices = mods.map((mod) => toChoice(header, mod.id, mod.name, toWholeNumber(mod.price)));
    return limit(row.min, row.max, choices);
  },
  _product_addons: (row) => {
    const isSingle = row.type === 'multiple_choice';
    const header = { groupId: toText(row.id), group: toText(row.name), isSingle };
    const choices = toRows(row.options).map((option) => readPriced(header, option.label, option.price));
    return limit(toWholeNumber(row.required), isSingle ? 1 : 0, choices);
  },
  exwo_options: (row) => {
    const isSingle = row._type === 'radio' || row._type === 'select';
    const header = { groupId: toText(row._id), group: toText(row._name), isSingle };
    const choices = toRows(row._options).map((option) => readPriced(header, option.name, option.price));
    const min = row._required === 'yes' ? 1 : toWholeNumber(row._min_op);
    return limit(min, isSingle ? 1 : toWholeNumber(row._max_op), choices);
  },
};

const readPriced = (header: Header, name: unknown, price: unknown): GuestChoice =>
  toChoice(header, name, name, Math.round(toAmount(toText(price)) * 100));

const toChoice = (header: Header, id: unknown, name: unknown, priceCents: number): GuestChoice => ({
  ...header,
  id: toText(id),
  name: toText(name),
  priceCents,
});

/** No upper limit means all of them. */
function limit(min: unknown, max: unknown, choices: readonly GuestChoice[]): OfferedGroup {
  const most = toWholeNumber(max);
  return { min: toWholeNumber(min), max: most > 0 ? most : choices.length, choices };
}

function listPizzeriaGroups(): ReadonlyMap<string, readonly OfferedGroup[]> {
  const { items, modifierGroups } = createPizzeriaCatalog();
  const groups = new Map(
    modifierGroups.map(({ key, name, minRequired, maxAllowed, modifiers }) => {
      const header = { groupId: key, group: name, isSingle: maxAllowed === 1 };
      const choices = modifiers
        .filter(({ available }) => available !== false)
        .map((modifier) => toChoice(header, modifier.name, modifier.name, modifier.priceCents));
      return [key, limit(minRequired ?? 0, maxAllowed ?? 0, choices)];
    }),
  );
  return new Map(
    items.flatMap(({ sku, modifierGroupKeys }) => {
      const offered = (modifierGroupKeys ?? []).map((key) => groups.get(key));
      return sku ? [[sku, offered.filter((group) => group !== undefined)] as const] : [];
    }),
  );
}

import { Pairs } from './pairs.ts';
import type {
  AttributeRow,
  CategoryRow,
  ItemGroupRow,
  ItemRow,
  ItemStockRow,
  LineItemRow,
  ModifierGroupRow,
  ModifierRow,
  OptionRow,
  OrderRow,
  OrderTypeRow,
  TagRow,
  TaxRateRow,
  TenderRow,
} from './rows.ts';
import { Shelf } from './shelf.ts';

/** Everything the till knows: rows by id, pairs, and for each parent its children. */
export interface TillState {
  readonly items: Shelf<ItemRow>;
  readonly itemStocks: Shelf<ItemStockRow>;
  readonly categories: Shelf<CategoryRow>;
  readonly modifierGroups: Shelf<ModifierGroupRow>;
  readonly modifiers: Shelf<ModifierRow>;
  readonly itemGroups: Shelf<ItemGroupRow>;
  readonly attributes: Shelf<AttributeRow>;
  readonly options: Shelf<OptionRow>;
  readonly tags: Shelf<TagRow>;
  readonly taxRates: Shelf<TaxRateRow>;
  readonly tenders: Shelf<TenderRow>;
  readonly orderTypes: Shelf<OrderTypeRow>;
  readonly orders: Shelf<OrderRow>;
  readonly lineItems: Shelf<LineItemRow>;

  /** Associations (clover.md 6.3), the item on the left. */
  readonly itemCategories: Pairs;
  readonly itemModifierGroups: Pairs;
  readonly itemOptions: Pairs;
  readonly itemTags: Pairs;
  readonly itemTaxRates: Pairs;
  readonly orderTypeCategories: Pairs;

  /** Ownership, the parent on the left. */
  readonly categoryChildren: Pairs;
  readonly groupModifiers: Pairs;
  readonly groupAttributes: Pairs;
  readonly groupItems: Pairs;
  readonly attributeOptions: Pairs;
  readonly orderLines: Pairs;
  /** Every line that an item was sold on. */
  readonly itemLines: Pairs;
}

/** A till nobody has touched yet. */
export function createTillState(): TillState {
  return {
    items: new Shelf(),
    itemStocks: new Shelf(),
    categories: new Shelf(),
    modifierGroups: new Shelf(),
    modifiers: new Shelf(),
    itemGroups: new Shelf(),
    attributes: new Shelf(),
    options: new Shelf(),
    tags: new Shelf(),
    taxRates: new Shelf(),
    tenders: new Shelf(),
    orderTypes: new Shelf(),
    orders: new Shelf(),
    lineItems: new Shelf(),
    itemCategories: new Pairs(),
    itemModifierGroups: new Pairs(),
    itemOptions: new Pairs(),
    itemTags: new Pairs(),
    itemTaxRates: new Pairs(),
    orderTypeCategories: new Pairs(),
    categoryChildren: new Pairs(),
    groupModifiers: new Pairs(),
    groupAttributes: new Pairs(),
    groupItems: new Pairs(),
    attributeOptions: new Pairs(),
    orderLines: new Pairs(),
    itemLines: new Pairs(),
  };
}

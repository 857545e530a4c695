import { CustomerBook } from './customers/customer-book.ts';
import { IdIndex } from './id-index.ts';
import { createKitchen, type Kitchen } from './kitchen/kitchen.ts';
import type { CreditRow, OrderRow, PaymentRow, RefundRow, ServiceChargeRow } from './order-rows.ts';
import { Pairs } from './pairs.ts';
import type {
  AttributeRow,
  CategoryRow,
  ItemGroupRow,
  ItemRow,
  ItemStockRow,
  ModifierGroupRow,
  ModifierRow,
  OptionRow,
  OrderTypeRow,
  TagRow,
  TaxRateRow,
  TenderRow,
} from './rows.ts';
import { Shelf } from './shelf.ts';
import { TimedShelf } from './timed-shelf.ts';

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
  readonly serviceCharges: Shelf<ServiceChargeRow>;

  /** An order carries its lines, discounts and customers; payments and refunds have lists of their own. */
  readonly orders: TimedShelf<OrderRow>;
  readonly orderReferences: IdIndex;
  /** By item, the orders its pieces were rung up on, the oldest first. */
  readonly itemSales: IdIndex;
  readonly payments: TimedShelf<PaymentRow>;
  readonly paymentReferences: IdIndex;
  readonly refunds: TimedShelf<RefundRow>;
  readonly credits: TimedShelf<CreditRow>;
  readonly customers: CustomerBook;
  readonly kitchen: Kitchen;

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
    serviceCharges: new Shelf(),
    orders: new TimedShelf(),
    orderReferences: new IdIndex(),
    itemSales: new IdIndex(),
    payments: new TimedShelf(),
    paymentReferences: new IdIndex(),
    refunds: new TimedShelf(),
    credits: new TimedShelf(),
    customers: new CustomerBook(),
    kitchen: createKitchen(),
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
  };
}

import { createRandom } from '../random.ts';
import { createCoupon } from './coupons/coupon-desk.ts';
import { placeOrder } from './guests/checkout.ts';
import type { GuestOrder } from './guests/guest-order.ts';
import { createOrderDrawer, type RandomOrderOptions } from './guests/random-order.ts';
import type { OrderRecord, OrderStatus } from './orders/order.ts';
import { createOrder, removeOrder, trashOrder, updateOrder } from './orders/order-desk.ts';
import { addNote } from './orders/order-notes.ts';
import { refundOrder } from './orders/refund-desk.ts';
import type { ProductRecord } from './products/product.ts';
import {
  createProduct,
  removeProduct,
  restoreProduct,
  trashProduct,
  updateProduct,
} from './products/product-desk.ts';
import type { ProductFields } from './products/product-fields.ts';
import {
  createVariation,
  removeVariation,
  trashVariation,
  updateVariation,
} from './products/variation-desk.ts';
import type { Fields } from './rest/failure.ts';
import type { Shop } from './shop.ts';
import { copyStore, putStoreBack, type StoreCopy } from './store-copy.ts';
import { addTaxRate } from './taxes/tax-desk.ts';
import { openTaxonomy } from './terms/shelves.ts';
import { createTerm, updateTerm } from './terms/term-desk.ts';

/** People at work in wp-admin and at the checkout. Throws on ids that are not there. */
export interface StoreStaff {
  /** A paid order at the checkout, whose stock is taken at once; it may go negative. Returns the order's id. */
  buy(productId: number, quantity: number): number;
  /** An order that comes while the next `inventory_delta` of the product is worked on (woocommerce.md 3.1). */
  buyInsideDelta(productId: number, quantity: number): void;
  /** Sets an order's status; stock follows as WooCommerce has it (woocommerce.md 4). */
  turnOrder(id: number, status: OrderStatus): void;
  /** An order as a guest places it, with all that was chosen. Returns its id. */
  placeOrder(order: GuestOrder): number;
  /**
   * An order drawn from what the shop sells, as the real pizzeria's guests ordered; the same seed draws the
   * same. Returns its id; throws while the shop sells nothing.
   */
  placeRandomOrder(seed: number, options?: RandomOrderOptions): number;
  /** Gives pieces and money of lines back, and the pieces to the shelf. */
  refund(id: number, lines: readonly Fields[]): void;
  /** A refund with the fields of REST: a part of the money, or all of it, with or without pieces. */
  giveBack(id: number, fields: Fields): void;
  /** Changes an order, with the fields of REST. */
  editOrder(id: number, fields: Fields): void;
  noteOrder(id: number, text: string, isForCustomer?: boolean): void;
  trashOrder(id: number): void;
  deleteOrder(id: number): void;
  /** Returns the new coupon's id. */
  addCoupon(fields: Fields): number;
  /** Returns the new rate's id. */
  addTaxRate(fields: Fields): number;
  /** Changes a product or variation, with the fields of REST. */
  editProduct(id: number, patch: ProductFields): void;
  /** Returns the new product's id. */
  addProduct(fields: ProductFields): number;
  /** Returns the new variation's id. */
  addVariation(parentId: number, fields: ProductFields): number;
  /** Returns the new category's id. */
  addCategory(name: string): number;
  renameCategory(id: number, name: string): void;
  /** 0: to the top. */
  moveCategory(id: number, parentId: number): void;
  trash(id: number): void;
  deleteForGood(id: number): void;
  restore(id: number): void;
  /** Another plugin refuses every write over REST to this product, or does so no more. */
  lock(id: number, isLocked: boolean): void;
  setting(group: string, id: string, value: string): void;
  /** The host's backup of everything, as it is now. */
  keepCopy(): StoreCopy;
  /** The host puts the store back to a copy of its own; ids of what came since come again with other content. */
  putBack(copy: StoreCopy): void;
}

const CARD = { payment_method: 'card', payment_method_title: 'Card' } as const;

/** The staff of a shop. */
export function createStaff(shop: Shop): StoreStaff {
  const find = (id: number): ProductRecord => {
    const record = shop.catalog.find(id);
    if (!record) throw new Error(`the store has no product ${id}`);
    return record;
  };
  const findOrder = (id: number): OrderRecord => {
    const order = shop.orders.find(id);
    if (!order) throw new Error(`the store has no order ${id}`);
    return order;
  };
  const draw = createOrderDrawer(shop);
  const buy: StoreStaff['buy'] = (productId, quantity) => {
    const lines = [{ product_id: find(productId).id, quantity }];
    return createOrder(shop, { status: 'processing', line_items: lines, ...CARD }, { createdVia: 'checkout' })
      .id;
  };
  return {
    placeOrder: (order) => placeOrder(shop, order).id,
    placeRandomOrder: (seed, options) => {
      const order = draw(createRandom(seed), options);
      if (!order) throw new Error('the store sells nothing');
      return placeOrder(shop, order).id;
    },
    giveBack: (id, fields) => void refundOrder(shop, findOrder(id), { api_refund: false, ...fields }),
    editOrder: (id, fields) => void updateOrder(shop, findOrder(id), fields),
    noteOrder: (id, text, isForCustomer = false) =>
      void addNote(shop, findOrder(id).id, text, { author: 'admin', isForCustomer }),
    deleteOrder: (id) => removeOrder(shop, findOrder(id)),
    addCoupon: (fields) => createCoupon(shop, fields).id,
    addTaxRate: (fields) => addTaxRate(shop, fields).id,
    buy,
    buyInsideDelta: (productId, quantity) =>
      void shop.state.insideDelta.set(productId, () => void buy(productId, quantity)),
    turnOrder: (id, status) => void updateOrder(shop, findOrder(id), { status }),
    refund: (id, lines) =>
      void refundOrder(shop, findOrder(id), { line_items: lines, api_refund: false, api_restock: true }),
    trashOrder: (id) => trashOrder(shop, findOrder(id)),
    editProduct: (id, patch) => {
      const record = find(id);
      if (record.type === 'variation') updateVariation(shop, record, patch);
      else updateProduct(shop, record, patch);
    },
    addProduct: (fields) => createProduct(shop, fields).id,
    addVariation: (parentId, fields) => createVariation(shop, find(parentId).id, fields).id,
    addCategory: (name) => createTerm(shop, openTaxonomy(shop, 'category'), { name }).id,
    renameCategory: (id, name) => editCategory(shop, id, { name }),
    moveCategory: (id, parentId) => editCategory(shop, id, { parent: parentId }),
    trash: (id) => {
      const record = find(id);
      if (record.type === 'variation') trashVariation(shop, record);
      else trashProduct(shop, record);
    },
    deleteForGood: (id) => {
      const record = find(id);
      if (record.type === 'variation') removeVariation(shop, record);
      else removeProduct(shop, record);
    },
    lock: (id, isLocked) => {
      if (isLocked) shop.state.locked.add(find(id).id);
      else shop.state.locked.delete(id);
    },
    restore: (id) => restoreProduct(shop, find(id)),
    setting: (group, id, value) => setSetting(shop, `${group}/${id}`, value),
    keepCopy: () => copyStore(shop),
    putBack: (copy) => putStoreBack(shop, copy),
  };
}

function setSetting({ state }: Shop, name: string, value: string): void {
  const setting = state.settings.get(name);
  if (!setting) throw new Error(`the store has no setting ${name}`);
  state.settings.set(name, { ...setting, value });
}

function editCategory(shop: Shop, id: number, fields: Fields): void {
  const shelf = openTaxonomy(shop, 'category');
  const term = shelf.terms.get(id);
  if (!term) throw new Error(`the store has no category ${id}`);
  updateTerm(shelf, term, fields);
}

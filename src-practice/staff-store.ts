import { z } from 'zod';
import type { StaffDeed, StaffDesk } from './staff-desk.ts';
import { StaffRefusal } from './staff-desk.ts';
import { findReferred, type Referable, sayStock } from './staff-reference.ts';
import { RestFailure } from './store/rest/failure.ts';
import type { PracticeStore, ProductFields, ProductRecord } from './store/store.ts';

const reference = z.union([z.string().min(1), z.int().transform(String)]);
const decimalPrice = z.string().regex(/^\d+(\.\d+)?$/, 'a price is a decimal number as text: "12.50"');

const commands = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('buy'), product: reference, quantity: z.int().positive() }),
  z.strictObject({
    verb: z.literal('edit'),
    product: reference,
    name: z.string().min(1).optional(),
    price: decimalPrice.optional(),
    sku: z.string().optional(),
    status: z.enum(['publish', 'draft', 'pending', 'private']).optional(),
  }),
  z.strictObject({ verb: z.literal('recount'), product: reference, quantity: z.int() }),
  z.strictObject({ verb: z.literal('trash'), product: reference }),
  z.strictObject({ verb: z.literal('lock'), product: reference }),
  z.strictObject({ verb: z.literal('unlock'), product: reference }),
  z.strictObject({ verb: z.literal('cancel'), order: reference }),
  z.strictObject({ verb: z.literal('fulfil'), order: reference }),
]);

type Command = z.infer<typeof commands>;
type OrderCommand = Extract<Command, { order: string }>;
type ProductCommand = Exclude<Command, OrderCommand>;
type EditCommand = Extract<Command, { verb: 'edit' }>;
type ReferredProduct = Referable & { readonly record: ProductRecord };

/** The desk of the store's staff and guests; `key` is the consumer secret. */
export function createStoreDesk(store: PracticeStore, key: string): StaffDesk {
  return {
    key,
    perform: (given) => {
      const command = commands.parse(given);
      if ('order' in command) return turnOrder(store, command);
      const product = findProduct(store, command.product);
      try {
        return { what: carryOut(store, product, command), id: product.id };
      } catch (error) {
        if (!(error instanceof RestFailure)) throw error;
        throw new StaffRefusal(error.status, error.code, error.message);
      }
    },
    readCounters: () => ({
      requests: Object.fromEntries(store.counters.requests),
      workMs: store.counters.workMs,
    }),
    resetCounters: () => {
      store.counters.requests.clear();
      store.counters.workMs = 0;
    },
  };
}

function carryOut(
  store: PracticeStore,
  { id, name, record }: ReferredProduct,
  command: ProductCommand,
): string {
  const before = describeStock(store, id);
  switch (command.verb) {
    case 'buy': {
      refuseParent(record, name);
      const order = store.staff.buy(record.id, command.quantity);
      const change = sayStock(before, describeStock(store, id));
      return `Bought ${command.quantity} of ${name} with order ${order}; ${change}`;
    }
    case 'recount':
      refuseParent(record, name);
      store.staff.editProduct(record.id, { manage_stock: true, stock_quantity: command.quantity });
      return `Counted ${name}; stock ${before} -> ${describeStock(store, id)}`;
    case 'edit':
      return editProduct(store, record, name, command);
    case 'trash':
      store.staff.trash(record.id);
      return `Put ${name} in the trash`;
    case 'lock':
      store.staff.lock(record.id, true);
      return `Locked ${name} with a plugin: the store refuses every change to it`;
    case 'unlock':
      store.staff.lock(record.id, false);
      return `Unlocked ${name}`;
  }
}

/** An order is called by its number, which is its id (woocommerce.md 4). */
function turnOrder(store: PracticeStore, { verb, order: reference }: OrderCommand): StaffDeed {
  const order = store.state.orders.get(Number(reference));
  if (!order || order.status === 'trash') {
    throw new StaffRefusal(404, 'STAFF_UNKNOWN', `no order has the number "${reference}"`);
  }
  const id = String(order.id);
  const sold = [...new Set(order.lines.map((line) => String(line.variationId || line.productId)))];
  const before = sold.map((product) => describeStock(store, product));
  const status = verb === 'cancel' ? 'cancelled' : 'completed';
  store.staff.turnOrder(order.id, status);
  const stocks = sold.map((product, at) => sayStock(before[at] ?? '', describeStock(store, product)));
  return { what: `Order ${id} ${order.status} -> ${status}; ${stocks.join(', ')}`, id };
}

function editProduct(
  store: PracticeStore,
  record: ProductRecord,
  name: string,
  { name: newName, price, sku, status }: EditCommand,
): string {
  if (newName !== undefined && record.type === 'variation') {
    throw new StaffRefusal(400, 'STAFF_INVALID', 'a variation is named by its product and options');
  }
  if (price !== undefined) refuseParent(record, name);
  const patch: Record<string, string> = {};
  const changes: string[] = [];
  const set = (field: keyof ProductFields & string, label: string, from: string, to?: string): void => {
    if (to === undefined) return;
    patch[field] = to;
    changes.push(`${label} ${from === '' ? 'none' : from} -> ${to === '' ? 'none' : to}`);
  };
  set('name', 'name', name, newName);
  set('regular_price', 'price', record.regularPrice, price);
  set('sku', 'SKU', record.sku, sku);
  set('status', 'status', record.status, status);
  if (changes.length === 0)
    throw new StaffRefusal(400, 'STAFF_INVALID', 'edit needs name, price, sku or status');
  store.staff.editProduct(record.id, patch);
  return `Changed ${name}; ${changes.join(', ')}`;
}

/** Price and stock of a variable product are its variations' (woocommerce.md 3.2). */
function refuseParent(record: ProductRecord, name: string): void {
  if (record.type !== 'variable') return;
  throw new StaffRefusal(
    409,
    'STAFF_AMBIGUOUS',
    `${name} has ${record.variationIds.length} variations: name one`,
  );
}

function describeStock(store: PracticeStore, id: string): string {
  const record = store.state.products.get(Number(id));
  const parent = record?.type === 'variation' ? store.state.products.get(record.parentId) : undefined;
  const owner = record?.manageStock ? record : parent;
  return owner?.manageStock ? String(owner.stockQuantity ?? 0) : 'not counted';
}

/** An id is looked up at once; a SKU or a name costs a walk through the products. */
function findProduct(store: PracticeStore, referred: string): ReferredProduct {
  const { products } = store.state;
  const byId = products.get(Number(referred));
  if (byId && isOnSale(byId)) return toReferred(byId, products);
  const rows: ReferredProduct[] = [];
  for (const record of products.values()) if (isOnSale(record)) rows.push(toReferred(record, products));
  return findReferred(referred, rows);
}

function isOnSale(record: ProductRecord): boolean {
  return record.status !== 'trash' && record.status !== 'auto-draft';
}

/** As wp-admin shows it: `Tee - Small`, entities decoded (woocommerce.md 3). */
function toReferred(record: ProductRecord, products: ReadonlyMap<number, ProductRecord>): ReferredProduct {
  const parent = record.type === 'variation' ? products.get(record.parentId) : undefined;
  const stored = parent ? `${parent.name} - ${record.name}` : record.name;
  const name = stored.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return { id: String(record.id), sku: record.sku, name, record };
}

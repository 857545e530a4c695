import { z } from 'zod';
import { type StaffDeed, type StaffDesk, StaffRefusal } from './staff-desk.ts';
import { describeStock, findProduct, type ReferredProduct } from './staff-products.ts';
import { sayStock } from './staff-reference.ts';
import { ORDER_VERBS, orderCommands, performOrder } from './staff-store-orders.ts';
import { RestFailure } from './store/rest/failure.ts';
import { isRow } from './store/rest/values.ts';
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
  z.strictObject({
    verb: z.literal('add'),
    name: z.string().min(1),
    price: decimalPrice,
    sku: z.string().exactOptional(),
  }),
  z.strictObject({
    verb: z.literal('hooks'),
    mode: z.enum(['queue', 'cron', 'sync']).exactOptional(),
    delayMs: z.int().min(0).max(600_000).exactOptional(),
  }),
  z.strictObject({ verb: z.literal('trash'), product: reference }),
  z.strictObject({ verb: z.literal('lock'), product: reference }),
  z.strictObject({ verb: z.literal('unlock'), product: reference }),
]);

type Command = z.infer<typeof commands>;
type EditCommand = Extract<Command, { verb: 'edit' }>;
type AddCommand = Extract<Command, { verb: 'add' }>;
type HooksCommand = Extract<Command, { verb: 'hooks' }>;

/** The desk of the store's staff and guests; `key` is the consumer secret. */
export function createStoreDesk(store: PracticeStore, key: string): StaffDesk {
  return {
    key,
    perform: (given) => {
      try {
        const order = orderCommands.safeParse(given);
        if (order.success) return performOrder(store, order.data);
        const isOrder = isRow(given) && ORDER_VERBS.includes(String(given.verb));
        if (isOrder) throw order.error;
        const command = commands.parse(given);
        if (command.verb === 'add') return addProduct(store, command);
        if (command.verb === 'hooks') return turnHooks(store, command);
        const product = findProduct(store, command.product);
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

function addProduct(store: PracticeStore, { name, price, sku }: AddCommand): StaffDeed {
  const fields = { name, regular_price: price, ...(sku !== undefined && { sku }) };
  const id = store.staff.addProduct({ type: 'simple', status: 'publish', ...fields });
  return { what: `Added ${name} at ${price}`, id: String(id) };
}

function turnHooks({ switches }: PracticeStore, { mode, delayMs }: HooksCommand): StaffDeed {
  switches.hookMode = mode ?? switches.hookMode;
  switches.hookDelayMs = delayMs ?? switches.hookDelayMs;
  const { hookMode, hookDelayMs } = switches;
  return { what: `Webhooks go out by ${hookMode}, in a queue after ${hookDelayMs} ms`, id: hookMode };
}

function carryOut(
  store: PracticeStore,
  { id, name, record }: ReferredProduct,
  command: Exclude<Command, AddCommand | HooksCommand>,
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

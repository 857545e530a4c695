import { z } from 'zod';
import { type StaffDeed, StaffRefusal } from './staff-desk.ts';
import { describeStock, findProduct } from './staff-products.ts';
import { sayStock } from './staff-reference.ts';
import {
  CHOICE_FORMATS,
  GUESTS,
  type GuestLine,
  type GuestOrder,
  ORDER_STATUSES,
  type OrderRecord,
  type PracticeStore,
} from './store/store.ts';

const reference = z.union([z.string().min(1), z.int().transform(String)]);
const money = z.string().regex(/^\d+(\.\d{1,2})?$/, 'money is a decimal number as text: "2.50"');
const pieces = z.int().positive();
const cents = z.int();

const choice = z.strictObject({
  group: z.string().min(1),
  name: z.string().min(1),
  priceCents: cents.default(0),
  groupId: z.string().optional(),
  id: z.string().optional(),
  isSingle: z.boolean().default(false),
});
const line = z.strictObject({
  product: reference,
  quantity: pieces.default(1),
  choices: z.array(choice).default([]),
  note: z.string().optional(),
});
const guest = z
  .strictObject({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
    city: z.string(),
    state: z.string(),
    postcode: z.string(),
    country: z.string(),
  })
  .partial();

/** What people do about orders. */
export const orderCommands = z.discriminatedUnion('verb', [
  z.strictObject({
    verb: z.literal('order'),
    lines: z.array(line).min(1).max(2500),
    format: z.enum(CHOICE_FORMATS).default('plain'),
    checkout: z.enum(['classic', 'block']).default('classic'),
    method: z.enum(['pickup', 'delivery', 'dine-in']).default('pickup'),
    payment: z.enum(['stripe', 'square_credit_card', 'cod', 'bacs']).default('stripe'),
    guest: guest.nullable().default({}),
    tipCents: cents.min(0).default(0),
    deliveryCents: cents.min(0).default(0),
    giftCardCents: cents.min(0).default(0),
    coupons: z.array(z.string()).default([]),
    note: z.string().default(''),
    wanted: z.iso.datetime().optional(),
    timeFormat: z.enum(['food', 'iconic', 'coderockz', 'block-field']).default('food'),
    currency: z.string().length(3).optional(),
    status: z.enum(ORDER_STATUSES).optional(),
  }),
  z.strictObject({
    verb: z.literal('order-random'),
    seed: z.int().optional(),
    count: pieces.max(1000).default(1),
    lines: pieces.max(2500).optional(),
    format: z.enum(CHOICE_FORMATS).optional(),
    forgedCents: cents.optional(),
    coupon: z.string().optional(),
  }),
  z.strictObject({ verb: z.literal('cancel'), order: reference }),
  z.strictObject({ verb: z.literal('fulfil'), order: reference }),
  z.strictObject({ verb: z.literal('complete'), order: reference }),
  z.strictObject({ verb: z.literal('turn'), order: reference, status: z.enum(ORDER_STATUSES) }),
  z.strictObject({
    verb: z.literal('refund'),
    order: reference,
    amount: money.optional(),
    /** Lines of products, by their place in the order from 1. */
    lines: z.array(z.strictObject({ line: pieces, quantity: pieces })).optional(),
    restock: z.boolean().default(true),
    reason: z.string().default(''),
  }),
  z.strictObject({
    verb: z.literal('edit-order'),
    order: reference,
    line: pieces.optional(),
    quantity: z.int().min(0).optional(),
    add: reference.optional(),
    note: z.string().optional(),
  }),
  z.strictObject({ verb: z.literal('trash-order'), order: reference }),
]);

/** Their names, to tell an order's command that is wrong from one about products. */
export const ORDER_VERBS: readonly string[] = [
  'order',
  'order-random',
  'cancel',
  'fulfil',
  'complete',
  'turn',
  'refund',
  'edit-order',
  'trash-order',
];

type Command = z.infer<typeof orderCommands>;
type Given<Verb extends Command['verb']> = Extract<Command, { verb: Verb }>;

/** Carries out a command about orders. */
export function performOrder(store: PracticeStore, command: Command): StaffDeed {
  switch (command.verb) {
    case 'order':
      return tellPlaced(store, [store.staff.placeOrder(readOrder(store, command))]);
    case 'order-random':
      return placeRandom(store, command);
    case 'cancel':
      return change(store, command.order, ({ id }) => store.staff.turnOrder(id, 'cancelled'));
    case 'fulfil':
    case 'complete':
      return change(store, command.order, ({ id }) => store.staff.turnOrder(id, 'completed'));
    case 'turn':
      return change(store, command.order, ({ id }) => store.staff.turnOrder(id, command.status));
    case 'refund':
      return change(store, command.order, (order) => refund(store, order, command));
    case 'edit-order':
      return change(store, command.order, (order) => edit(store, order, command));
    case 'trash-order':
      return change(store, command.order, ({ id }) => store.staff.trashOrder(id));
  }
}

function readOrder(
  store: PracticeStore,
  { wanted, guest: given, lines, ...rest }: Given<'order'>,
): GuestOrder {
  const { verb: _verb, currency, status, ...order } = rest;
  const [someone] = GUESTS;
  return {
    ...order,
    ...(currency !== undefined && { currency }),
    ...(status !== undefined && { status }),
    guest: given && someone ? { ...someone, ...dropMissing(given) } : null,
    wantedMs: wanted === undefined ? null : Date.parse(wanted),
    lines: lines.map(
      ({ product, quantity, choices, note }): GuestLine => ({
        productId: Number(findProduct(store, product).id),
        quantity,
        choices: choices.map(({ groupId, id, ...chosen }) => ({
          ...chosen,
          groupId: groupId ?? chosen.group,
          id: id ?? chosen.name,
        })),
        ...(note !== undefined && { note }),
      }),
    ),
  };
}

const dropMissing = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Without a seed the number of orders so far draws the next one. */
function placeRandom(store: PracticeStore, { seed, count, ...options }: Given<'order-random'>): StaffDeed {
  const { verb: _verb, ...drawn } = options;
  const first = seed ?? store.state.orders.size + 1;
  const isOpen = [...store.state.products.values()].some(({ status }) => status === 'publish');
  if (!isOpen) throw new StaffRefusal(409, 'STAFF_REFUSED', 'the store sells nothing yet');
  return tellPlaced(
    store,
    Array.from({ length: count }, (_, at) => store.staff.placeRandomOrder(first + at, drawn)),
  );
}

function tellPlaced(store: PracticeStore, ids: readonly number[]): StaffDeed {
  const placed = ids.map((id) => {
    const order = store.state.orders.get(id);
    const total = order?.totals.total.toFixed(2) ?? '';
    return `${id} of ${order?.lines.length ?? 0} lines, ${total} ${order?.currency}, ${order?.status}`;
  });
  const what =
    ids.length > 5
      ? `Placed ${ids.length} orders up to ${placed.at(-1)}`
      : `Placed order ${placed.join('; ')}`;
  return { what, id: String(ids.at(-1) ?? '') };
}

/** An order is called by its number, which is its id (woocommerce.md 4). */
function change(store: PracticeStore, called: string, perform: (order: OrderRecord) => void): StaffDeed {
  const order = store.state.orders.get(Number(called));
  if (!order || order.status === 'trash') {
    throw new StaffRefusal(404, 'STAFF_UNKNOWN', `no order has the number "${called}"`);
  }
  const sold = [...new Set(order.lines.map((sold) => String(sold.variationId || sold.productId)))];
  const before = sold.map((product) => describeStock(store, product));
  perform(order);
  const status = store.state.orders.get(order.id)?.status ?? 'gone';
  const stocks = sold.map((product, at) => sayStock(before[at] ?? '', describeStock(store, product)));
  const id = String(order.id);
  return { what: `Order ${id} ${order.status} -> ${status}; ${stocks.join(', ')}`, id };
}

/** All that is left, a part of the money, or pieces of lines with what they cost. */
function refund(store: PracticeStore, order: OrderRecord, command: Given<'refund'>): void {
  const rows = command.lines ?? (command.amount === undefined ? order.lines.map(takeAll) : []);
  const lines = rows.map(({ line: place, quantity }) => {
    const sold = requireLine(order, place);
    const part = quantity / sold.quantity;
    return {
      id: sold.id,
      quantity,
      refund_total: (sold.total * part).toFixed(2),
      refund_tax: sold.taxes.map(({ rateId, total }) => ({
        id: rateId,
        refund_total: (total * part).toFixed(2),
      })),
    };
  });
  const given = order.refunds.reduce((sum, { amount }) => sum + amount, 0);
  const isWhole = command.amount === undefined && command.lines === undefined;
  const amount = isWhole ? (order.totals.total - given).toFixed(2) : command.amount;
  store.staff.giveBack(order.id, {
    line_items: lines,
    reason: command.reason,
    api_restock: command.restock,
    ...(amount !== undefined && { amount }),
  });
}

const takeAll = ({ quantity }: OrderRecord['lines'][number], at: number) => ({ line: at + 1, quantity });

function requireLine(order: OrderRecord, place: number): OrderRecord['lines'][number] {
  const sold = order.lines[place - 1];
  if (sold) return sold;
  throw new StaffRefusal(400, 'STAFF_INVALID', `order ${order.id} has ${order.lines.length} lines`);
}

/** A changed quantity changes the money too, as a person in wp-admin has it recalculated. */
function edit(store: PracticeStore, order: OrderRecord, command: Given<'edit-order'>): void {
  const rows: Record<string, unknown>[] = [];
  if (command.line !== undefined && command.quantity !== undefined) {
    const sold = requireLine(order, command.line);
    const scale = command.quantity / sold.quantity;
    const subtotal = String(sold.subtotal * scale);
    rows.push({ id: sold.id, quantity: command.quantity, subtotal, total: String(sold.total * scale) });
  }
  if (command.add !== undefined) {
    rows.push({ product_id: Number(findProduct(store, command.add).id), quantity: command.quantity ?? 1 });
  }
  if (rows.length === 0 && command.note === undefined) {
    throw new StaffRefusal(400, 'STAFF_INVALID', 'edit-order needs line and quantity, add or note');
  }
  if (rows.length > 0) store.staff.editOrder(order.id, { line_items: rows });
  if (command.note !== undefined) store.staff.noteOrder(order.id, command.note);
}

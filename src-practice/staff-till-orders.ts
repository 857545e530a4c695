import { z } from 'zod';
import { type StaffDeed, StaffRefusal } from './staff-desk.ts';
import { findReferred } from './staff-reference.ts';
import type { ItemRow, OrderRow, PracticeTill } from './till/till.ts';

const reference = z.string().min(1);
const amountCents = z.int().positive();

const onOrder = [
  z.strictObject({
    verb: z.literal('pay'),
    order: reference,
    amount: amountCents.exactOptional(),
    card: z.boolean().exactOptional(),
  }),
  z.strictObject({ verb: z.literal('fulfil'), order: reference }),
  z.strictObject({ verb: z.literal('cancel'), order: reference, void: z.boolean().exactOptional() }),
  z.strictObject({
    verb: z.literal('refund-order'),
    order: reference,
    amount: amountCents.exactOptional(),
    item: reference.exactOptional(),
  }),
  z.strictObject({
    verb: z.literal('edit-order'),
    order: reference,
    add: reference.exactOptional(),
    remove: reference.exactOptional(),
    note: z.string().max(2047).exactOptional(),
    title: z.string().max(127).exactOptional(),
  }),
  z.strictObject({ verb: z.literal('print'), order: reference }),
] as const;

const atCounter = [
  z.strictObject({ verb: z.literal('credit'), amount: amountCents }),
  z.strictObject({ verb: z.literal('jam'), hold: z.boolean().exactOptional() }),
  z.strictObject({ verb: z.literal('clear') }),
  z.strictObject({ verb: z.literal('printer'), present: z.boolean() }),
  z.strictObject({ verb: z.literal('auto-print'), on: z.boolean() }),
  z.strictObject({ verb: z.literal('remove-order-type'), orderType: reference }),
] as const;

/** What staff do with orders, and with the counter they are made at. */
export const ORDER_COMMANDS = [...onOrder, ...atCounter] as const;

type OrderCommand = z.infer<(typeof onOrder)[number]>;
type CounterCommand = z.infer<(typeof atCounter)[number]>;

/** Finds an item a person means. */
export type FindItem = (referred: string) => ItemRow;

/** Carries out a command on orders or the counter. */
export function performOrderCommand(
  till: PracticeTill,
  command: OrderCommand | CounterCommand,
  findItem: FindItem,
): StaffDeed {
  if (!('order' in command)) return runCounter(till, command);
  const order = findOrder(till, command.order);
  const what = turnOrder(till, order, command, findItem);
  return { what, id: order.id };
}

function turnOrder(till: PracticeTill, order: OrderRow, command: OrderCommand, findItem: FindItem): string {
  const { staff } = till;
  const name = `order ${order.title ?? order.id}`;
  switch (command.verb) {
    case 'pay':
      staff.pay(order.id, command.amount, command.card ? 'credit_card' : 'cash');
      return `Took money for ${name}; ${sayPayment(till, order)}`;
    case 'fulfil':
      staff.fulfil(order.id);
      return `Marked ${name} as done in the kitchen`;
    case 'cancel':
      staff.cancel(order.id, command.void ? 'void' : 'delete');
      return command.void ? `Voided all lines of ${name}` : `Deleted ${name}`;
    case 'refund-order':
      staff.refundOrder(order.id, choosePart(order, command, findItem));
      return `Gave money back for ${name}; ${sayPayment(till, order)}`;
    case 'edit-order':
      editOrder(till, order, command, findItem);
      return `Changed ${name}; total ${showAmount(order.total)} -> ${showAmount(readOrder(till, order)?.total)}`;
    case 'print':
      staff.print(order.id);
      return `Sent ${name} to the printer`;
  }
}

function choosePart(
  order: OrderRow,
  { amount, item }: Extract<OrderCommand, { verb: 'refund-order' }>,
  findItem: FindItem,
): { amountCents: number } | { lineIds: string[] } | undefined {
  if (amount !== undefined) return { amountCents: amount };
  return item === undefined ? undefined : { lineIds: [findLineOf(order, findItem(item))] };
}

function editOrder(
  till: PracticeTill,
  order: OrderRow,
  { add, remove, note, title }: Extract<OrderCommand, { verb: 'edit-order' }>,
  findItem: FindItem,
): void {
  till.staff.editOrder(order.id, {
    ...(add !== undefined && { addItemIds: [findItem(add).id] }),
    ...(remove !== undefined && { removeLineIds: [findLineOf(order, findItem(remove))] }),
    ...(note !== undefined && { note }),
    ...(title !== undefined && { title }),
  });
}

function runCounter(till: PracticeTill, command: CounterCommand): StaffDeed {
  const { staff, state } = till;
  const printer = state.kitchen.printers[0]?.id ?? '';
  switch (command.verb) {
    case 'credit':
      staff.giveCredit(command.amount);
      return { what: `Handed out ${showAmount(command.amount)} without a payment`, id: till.merchant.id };
    case 'jam':
      staff.jamPrinter(command.hold ? 'holds' : 'fails');
      return {
        what: command.hold ? 'The printer holds its tickets back' : 'The printer is jammed',
        id: printer,
      };
    case 'clear':
      staff.clearPrinter();
      return { what: 'The printer is clear again', id: printer };
    case 'printer':
      staff.setDefaultPrinter(command.present);
      return { what: `There is ${command.present ? 'a' : 'no'} default order printer`, id: printer };
    case 'auto-print':
      staff.setAutoPrint(command.on);
      return { what: `The till prints orders by itself: ${command.on ? 'yes' : 'no'}`, id: till.merchant.id };
    case 'remove-order-type': {
      const types = [...state.orderTypes.values()].map(({ id, label }) => ({ id, sku: '', name: label }));
      const { id, name } = findReferred(command.orderType, types);
      staff.deleteOrderType(id);
      return { what: `Removed the order type ${name}`, id };
    }
  }
}

/** By its id, its external reference or its exact title; a title costs a walk through the orders. */
function findOrder({ state }: PracticeTill, referred: string): OrderRow {
  const [known = referred] = state.orderReferences.find(referred);
  const found = state.orders.get(known);
  if (found) return found;
  for (const order of state.orders.values()) if (order.title === referred) return order;
  throw new StaffRefusal(404, 'STAFF_UNKNOWN', `no order has the id, reference or title "${referred}"`);
}

function findLineOf(order: OrderRow, item: ItemRow): string {
  const line = order.lines.findLast(({ itemId, refunded }) => itemId === item.id && !refunded);
  if (!line) throw new StaffRefusal(404, 'STAFF_UNKNOWN', `${item.name} is not on this order`);
  return line.id;
}

const readOrder = ({ state }: PracticeTill, { id }: OrderRow): OrderRow | undefined => state.orders.get(id);

function sayPayment(till: PracticeTill, order: OrderRow): string {
  const after = readOrder(till, order);
  return `${order.paymentState ?? 'OPEN'} -> ${after?.paymentState ?? 'OPEN'}`;
}

function showAmount(cents: number | undefined): string {
  return cents === undefined ? 'none' : (cents / 100).toFixed(2);
}

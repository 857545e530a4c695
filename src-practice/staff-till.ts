import { z } from 'zod';
import { type StaffDeed, type StaffDesk, StaffRefusal } from './staff-desk.ts';
import { findReferred, sayStock } from './staff-reference.ts';
import { ORDER_COMMANDS, performOrderCommand } from './staff-till-orders.ts';
import { TillFailure } from './till/rest/failure.ts';
import type { ItemRow, PracticeTill } from './till/till.ts';

const reference = z.string().min(1);
const name = z.string().min(1).max(127);
const priceCents = z.int().min(0);

const commands = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('sell'), item: reference, quantity: z.number().positive() }),
  z.strictObject({ verb: z.literal('refund'), item: reference, quantity: z.number().positive() }),
  z.strictObject({
    verb: z.literal('edit'),
    item: reference,
    name: name.exactOptional(),
    price: priceCents.exactOptional(),
    sku: z.string().max(100).exactOptional(),
    hidden: z.boolean().exactOptional(),
    available: z.boolean().exactOptional(),
  }),
  z.strictObject({ verb: z.literal('recount'), item: reference, quantity: z.number() }),
  z.strictObject({ verb: z.literal('add'), name, price: priceCents }),
  z.strictObject({ verb: z.literal('remove'), item: reference }),
  z.strictObject({ verb: z.literal('install-app') }),
  z.strictObject({ verb: z.literal('uninstall-app') }),
  ...ORDER_COMMANDS,
]);

type Command = z.infer<typeof commands>;
type ItemCommand = Extract<Command, { verb: 'sell' | 'refund' | 'edit' | 'recount' | 'remove' }>;
type EditCommand = Extract<Command, { verb: 'edit' }>;

/** The desk of the till's staff; `key` is a token of the till. */
export function createTillDesk(till: PracticeTill, key: string): StaffDesk {
  return {
    key,
    perform: (given) => {
      const command = commands.parse(given);
      try {
        if (command.verb === 'add') {
          const id = till.staff.addItem({ name: command.name, price: command.price });
          return { what: `Added ${command.name} at ${showPrice(command.price)}`, id };
        }
        if (command.verb === 'install-app') {
          till.installation.install();
          return { what: `Installed ${till.app.registration.name}`, id: till.app.id };
        }
        if (command.verb === 'uninstall-app') return uninstallApp(till);
        if (!isOnItem(command)) return performOrderCommand(till, command, (name) => findItem(till, name));
        const item = findItem(till, command.item);
        return { what: carryOut(till, item, command), id: item.id };
      } catch (error) {
        if (!(error instanceof TillFailure)) throw error;
        throw new StaffRefusal(error.status, 'STAFF_REFUSED', error.message);
      }
    },
    readCounters: () => ({
      requests: Object.fromEntries(till.counters.requests),
      tooMany: till.counters.tooMany,
      maxInFlight: till.counters.maxInFlight,
    }),
    resetCounters: () => till.counters.reset(),
  };
}

function uninstallApp({ app, installation }: PracticeTill): StaffDeed {
  if (installation.uninstall()) return { what: `Uninstalled ${app.registration.name}`, id: app.id };
  throw new StaffRefusal(409, 'STAFF_REFUSED', `${app.registration.name} is not installed`);
}

function isOnItem(
  command: Exclude<Command, { verb: 'add' | 'install-app' | 'uninstall-app' }>,
): command is ItemCommand {
  return 'item' in command && !('order' in command);
}

function carryOut(till: PracticeTill, item: ItemRow, command: ItemCommand): string {
  const before = describeStock(till, item);
  switch (command.verb) {
    case 'sell':
      refusePieces(item, command.quantity);
      till.staff.sell(item.id, command.quantity);
      return `Sold ${command.quantity} of ${item.name}; ${sayStock(before, describeStock(till, item))}`;
    case 'refund':
      refusePieces(item, command.quantity);
      till.staff.refund(item.id, command.quantity);
      return `Refunded ${command.quantity} of ${item.name}; ${sayStock(before, describeStock(till, item))}`;
    case 'recount':
      till.staff.recount(item.id, command.quantity);
      return `Counted ${item.name}; stock ${before} -> ${describeStock(till, item)}`;
    case 'edit':
      return editItem(till, item, command);
    case 'remove':
      till.staff.removeItem(item.id);
      return `Removed ${item.name}`;
  }
}

function refusePieces(item: ItemRow, quantity: number): void {
  if (Number.isInteger(quantity) || item.priceType === 'PER_UNIT') return;
  throw new StaffRefusal(400, 'STAFF_INVALID', `${item.name} is sold in whole pieces`);
}

function editItem(till: PracticeTill, item: ItemRow, command: EditCommand): string {
  const { verb: _verb, item: _item, ...patch } = command;
  if (Object.keys(patch).length === 0) {
    throw new StaffRefusal(400, 'STAFF_INVALID', 'edit needs name, price, sku, hidden or available');
  }
  if (patch.name !== undefined && item.itemGroupId !== undefined) {
    // Clover makes these names and would drop the new one in silence (clover.md 6.6).
    throw new StaffRefusal(400, 'STAFF_INVALID', `${item.name} is named by its item group and options`);
  }
  till.staff.editItem(item.id, patch);
  const after = till.state.items.get(item.id) ?? item;
  const changes = (['name', 'price', 'sku', 'hidden', 'available'] as const)
    .filter((field) => patch[field] !== undefined)
    .map((field) => `${field} ${describeField(item, field)} -> ${describeField(after, field)}`);
  return `Changed ${item.name}; ${changes.join(', ')}`;
}

function describeField(item: ItemRow, field: 'name' | 'price' | 'sku' | 'hidden' | 'available'): string {
  if (field === 'price') return showPrice(item.price);
  const value = item[field];
  return value === undefined || value === '' ? 'none' : String(value);
}

/** As the staff read it; practice currencies have two decimals. */
const showPrice = (cents: number): string => (cents / 100).toFixed(2);

function describeStock(till: PracticeTill, item: ItemRow): string {
  const stock = till.state.itemStocks.get(item.id);
  return stock ? String(Number(stock.quantity.toFixed(3))) : 'not counted';
}

/** An id is looked up at once; a SKU or a name costs a walk through the items. */
function findItem(till: PracticeTill, referred: string): ItemRow {
  const byId = till.state.items.get(referred);
  if (byId && byId.deletedTime === undefined) return byId;
  const rows = [];
  for (const item of till.state.items.values()) {
    if (item.deletedTime === undefined)
      rows.push({ id: item.id, sku: item.sku ?? '', name: item.name, item });
  }
  return findReferred(referred, rows).item;
}

import { createId, readNow, type TillContext } from '../context.ts';
import { findItem } from '../inventory/item-desk.ts';
import type { LineItemRow, OrderRow } from '../order-rows.ts';
import { missField } from '../rest/body.ts';
import { miss, refuse } from '../rest/failure.ts';
import type { ItemRow } from '../rows.ts';
import { createDiscount } from './discount-desk.ts';
import { createModification } from './modification-desk.ts';
import type { LineBody } from './order-body.ts';
import { changeOrder } from './order-desk.ts';
import { lowerStock, returnStock } from './order-stock.ts';

/** Of one order, since March 2026 (clover.md 7.2). */
export const MAX_LINES = 2500;
/** What the documentation calls a line without an item; the name it gets is not published. */
const NAMELESS = 'Custom Item';
/** One for all lines: there may be a million of them. */
const NONE: readonly never[] = [];

/** The line of an id within an order; a 404 when there is none. */
export function findLine(order: OrderRow, lineId: string): LineItemRow {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) throw miss('Line item');
  return line;
}

/** Makes a line of a body: name and price are copied from its item unless they are given (clover.md 7.3). */
export function createLine(till: TillContext, body: LineBody, item = findItemOf(till, body)): LineItemRow {
  const { item: _item, taxRates, modifications, discounts, unitQty, unitName, ...fields } = body;
  const price = fields.price ?? item?.price;
  if (price === undefined) throw missField('price');
  const isNested = till.answers.nestedOnLines === 'kept';
  const isWeighed = item?.priceType === 'PER_UNIT';
  return {
    ...copyItem(item),
    ...fields,
    id: createId(till),
    name: fields.name ?? item?.name ?? NAMELESS,
    price,
    // Honoured where the item is sold by the unit, dropped in silence elsewhere.
    ...(isWeighed && { unitQty, unitName: unitName ?? item.unitName }),
    printed: fields.printed ?? false,
    refunded: false,
    isRevenue: fields.isRevenue ?? item?.isRevenue ?? true,
    ...(taxRates && { taxRateIds: checkRates(till, taxRates) }),
    modifications:
      isNested && modifications ? modifications.map((given) => createModification(till, given)) : NONE,
    discounts: isNested && discounts ? discounts.map((given) => createDiscount(till, given)) : NONE,
    createdTime: readNow(till),
  };
}

/** Refuses what would make an order longer than it may be. */
export function refuseTooMany(order: Pick<OrderRow, 'lines'>, added: number): void {
  if (order.lines.length + added <= MAX_LINES) return;
  throw refuse(`An order cannot have more than ${MAX_LINES} line items`);
}

/** Puts lines on an order; the total stays as it is, also on a paid one (clover.md 7.3). */
export function addLines(till: TillContext, order: OrderRow, lines: readonly LineItemRow[]): OrderRow {
  refuseTooMany(order, lines.length);
  const added = till.answers.restOrderStock === 'onLine' ? lowerStock(till, lines) : lines;
  return changeOrder(till, order, { lines: [...order.lines, ...added] });
}

/** Replaces one line. */
export function changeLine(
  till: TillContext,
  order: OrderRow,
  line: LineItemRow,
  change: Partial<LineItemRow>,
): LineItemRow {
  const changed = { ...line, ...change };
  changeOrder(till, order, { lines: order.lines.map((other) => (other.id === line.id ? changed : other)) });
  return changed;
}

/** Voids a line: it is gone from the order, and the total stays. */
export function voidLine(till: TillContext, order: OrderRow, line: LineItemRow): OrderRow {
  returnStock(till, [line]);
  return changeOrder(till, order, { lines: order.lines.filter(({ id }) => id !== line.id) });
}

function findItemOf(till: TillContext, { item }: LineBody): ItemRow | undefined {
  return item && findItem(till, item.id);
}

function copyItem(item: ItemRow | undefined): Partial<LineItemRow> {
  if (!item) return {};
  const { id, alternateName, code } = item;
  return {
    itemId: id,
    ...(alternateName !== undefined && { alternateName }),
    ...(code !== undefined && { itemCode: code }),
  };
}

function checkRates(till: TillContext, taxRates: readonly { readonly id: string }[]): string[] {
  return taxRates.map(({ id }) => {
    if (!till.state.taxRates.has(id)) throw refuse(`Tax rate does not exist: ${id}`);
    return id;
  });
}

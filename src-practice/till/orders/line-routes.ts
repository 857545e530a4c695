import { z } from 'zod';
import type { TillContext } from '../context.ts';
import type { LineItemRow, OrderRow } from '../order-rows.ts';
import { clearableText, readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { type Expand, NOTHING_EXPANDED, readExpand } from '../rest/expand.ts';
import { miss, refuse } from '../rest/failure.ts';
import { answerList } from '../rest/list.ts';
import { createDiscount, showDiscount } from './discount-desk.ts';
import { addLines, changeLine, createLine, findLine, refuseTooMany, voidLine } from './line-desk.ts';
import { createModification, showModification } from './modification-desk.ts';
import { DISCOUNT_BODY, LINE_BODY, MODIFICATION_BODY } from './order-body.ts';
import { findOrder } from './order-desk.ts';
import { createLineList } from './order-list.ts';
import { LINE_EXPANDS, showLineItem } from './order-view.ts';

const AREA = 'orders';
const LINES = '/orders/{orderId}/line_items';
const LINE = `${LINES}/{lineItemId}`;
const MAX_BULK = 100;

const BULK_BODY = z.object({ items: z.array(LINE_BODY) });

/** What a line takes back since June 2024; everything else of it is for life (clover.md 7.3). */
const CHANGE_BODY = z.object({
  note: clearableText(255).exactOptional(),
  printed: z.boolean().exactOptional(),
  binName: clearableText(127).exactOptional(),
  userData: clearableText(255).exactOptional(),
  itemCode: clearableText(100).exactOptional(),
});

interface Found {
  readonly order: OrderRow;
  readonly line: LineItemRow;
}

/** The lines of an order (clover.md 7.3). */
export function createLineRoutes(till: TillContext): Route[] {
  const findOwner = (call: TillCall): OrderRow => findOrder(till, call.param('orderId'));
  const find = (call: TillCall): Found => {
    const order = findOwner(call);
    return { order, line: findLine(order, call.param('lineItemId')) };
  };
  const show = ({ order, line }: Found, expand: Expand = NOTHING_EXPANDED): TillAnswer => ({
    body: showLineItem(till, order, line, expand),
  });
  const add = (call: TillCall): TillAnswer => {
    const order = findOwner(call);
    refuseTooMany(order, 1);
    const line = createLine(till, readBody(call, LINE_BODY));
    addLines(till, order, [line]);
    return show({ order, line });
  };
  const change = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    if (till.answers.lineUpdate === 'refuse') refuseFixedFields(call);
    return show({ order, line: changeLine(till, order, line, readBody(call, CHANGE_BODY)) });
  };
  const remove = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    voidLine(till, order, line);
    return EMPTY_ANSWER;
  };
  return [
    {
      method: 'GET',
      path: LINES,
      area: AREA,
      answer: (call) => answerList(till, call, createLineList(till, findOwner(call))),
    },
    { method: 'POST', path: LINES, area: AREA, answer: add },
    {
      method: 'POST',
      path: '/orders/{orderId}/bulk_line_items',
      area: AREA,
      answer: (call) => addInBulk(till, call, findOwner(call)),
    },
    {
      method: 'GET',
      path: LINE,
      area: AREA,
      answer: (call) => show(find(call), readExpand(call, LINE_EXPANDS, till.answers)),
    },
    { method: 'POST', path: LINE, area: AREA, answer: change },
    { method: 'DELETE', path: LINE, area: AREA, answer: remove },
    ...createModificationRoutes(till, find),
    ...createLineDiscountRoutes(till, find),
  ];
}

/** All or nothing; each needs a price of its own, and the answer is in no order at all (clover.md 7.3). */
function addInBulk(till: TillContext, call: TillCall, order: OrderRow): TillAnswer {
  const { items } = readBody(call, BULK_BODY);
  if (items.length > MAX_BULK) throw refuse(`Cannot add more than ${MAX_BULK} line items at once`);
  if (items.some(({ price }) => price === undefined)) throw refuse('Price must not be null');
  refuseTooMany(order, items.length);
  const lines = items.map((body) => createLine(till, body));
  addLines(till, order, lines);
  const shown = lines.map((line) => showLineItem(till, order, line, NOTHING_EXPANDED));
  return { body: shuffle(till, shown) };
}

function shuffle<Value>({ random }: TillContext, values: readonly Value[]): Value[] {
  const shuffled: Value[] = [];
  for (const value of values) shuffled.splice(random.below(shuffled.length + 1), 0, value);
  return shuffled;
}

function refuseFixedFields(call: TillCall): void {
  const given = Object.keys(readBody(call, z.record(z.string(), z.unknown())));
  const fixed = given.find((field) => Object.hasOwn(LINE_BODY.shape, field) && !isChangeable(field));
  if (fixed !== undefined) throw refuse(`Line item field cannot be updated: ${fixed}`);
}

const isChangeable = (field: string): boolean => Object.hasOwn(CHANGE_BODY.shape, field);

/** Posting one twice adds it twice (clover.md 7.3). */
function createModificationRoutes(till: TillContext, find: (call: TillCall) => Found): Route[] {
  const path = `${LINE}/modifications`;
  const add = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    const modification = createModification(till, readBody(call, MODIFICATION_BODY));
    changeLine(till, order, line, { modifications: [...line.modifications, modification] });
    return { body: showModification(modification, line.id) };
  };
  const remove = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    const left = line.modifications.filter(({ id }) => id !== call.param('modificationId'));
    if (left.length === line.modifications.length) throw miss('Modification');
    changeLine(till, order, line, { modifications: left });
    return EMPTY_ANSWER;
  };
  return [
    { method: 'POST', path, area: AREA, answer: add },
    { method: 'DELETE', path: `${path}/{modificationId}`, area: AREA, answer: remove },
  ];
}

function createLineDiscountRoutes(till: TillContext, find: (call: TillCall) => Found): Route[] {
  const path = `${LINE}/discounts`;
  const add = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    const discount = createDiscount(till, readBody(call, DISCOUNT_BODY));
    changeLine(till, order, line, { discounts: [...line.discounts, discount] });
    return { body: showDiscount(discount, { lineItemRef: { id: line.id } }) };
  };
  const remove = (call: TillCall): TillAnswer => {
    const { order, line } = find(call);
    const left = line.discounts.filter(({ id }) => id !== call.param('discountId'));
    if (left.length === line.discounts.length) throw miss('Discount');
    changeLine(till, order, line, { discounts: left });
    return EMPTY_ANSWER;
  };
  return [
    { method: 'POST', path, area: AREA, answer: add },
    { method: 'DELETE', path: `${path}/{discountId}`, area: AREA, answer: remove },
  ];
}

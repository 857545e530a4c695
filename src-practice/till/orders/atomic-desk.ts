import { z } from 'zod';
import { createId, readNow, type TillContext } from '../context.ts';
import type { DiscountRow, LineItemRow, ModificationRow, OrderRow } from '../order-rows.ts';
import { REFERENCE } from '../rest/body.ts';
import { TillFailure } from '../rest/failure.ts';
import { createDiscount } from './discount-desk.ts';
import { createLine, refuseTooMany } from './line-desk.ts';
import { createModification } from './modification-desk.ts';
import { LINE_BODY, type LineBody, ORDER_BODY } from './order-body.ts';
import { createOrder, NEW_ORDER, readCustomers } from './order-desk.ts';
import { computeTotal, type OrderTotal } from './order-total.ts';

/** An order in one piece, added up by the server (clover.md 7.2). */
export const CART_BODY = z.object({
  orderCart: z
    .object({
      ...ORDER_BODY.pick({
        orderType: true,
        note: true,
        title: true,
        groupLineItems: true,
        customers: true,
        externalReferenceId: true,
      }).shape,
      lineItems: z.array(LINE_BODY).exactOptional(),
      discounts: LINE_BODY.shape.discounts,
      serviceCharge: REFERENCE.exactOptional(),
    })
    .exactOptional(),
});

type Cart = NonNullable<z.output<typeof CART_BODY>['orderCart']>;

/** A cart with its lines made and its total computed; nothing is kept yet. */
export interface PricedCart {
  readonly order: OrderRow;
  readonly priced: OrderTotal;
}

/** Checks a cart and adds it up; each failure is one of Clover's codes, with the id it is about (clover.md 3.3). */
export function priceCart(till: TillContext, cart: Cart | undefined): PricedCart {
  const { lineItems = [], discounts = [], serviceCharge } = cart ?? {};
  if (!cart || lineItems.length === 0) throw refuseCart('cart_is_empty_or_missing');
  if (cart.orderType === undefined && till.answers.atomicOrderType === 'required')
    throw refuseCart('bad_request');
  refuseTooMany(NEW_ORDER, lineItems.length);
  const charge = serviceCharge && till.state.serviceCharges.get(serviceCharge.id);
  if (serviceCharge && !charge) throw refuseCart('service_charge_does_not_exist', serviceCharge.id);
  const createdTime = readNow(till);
  const order: OrderRow = {
    ...NEW_ORDER,
    id: createId(till),
    state: 'open',
    paymentState: 'OPEN',
    lines: lineItems.map((body) => createCartLine(till, body)),
    discounts: discounts.map((body) => createCartDiscount(till, body)),
    customerIds: readCustomers(till, cart.customers) ?? [],
    ...(cart.orderType !== undefined && { orderTypeId: cart.orderType }),
    ...(charge && { serviceCharge: charge }),
    createdTime,
    modifiedTime: createdTime,
  };
  return { order, priced: computeTotal(till, order) };
}

/** Makes the order of a cart. */
export function placeCart(till: TillContext, cart: Cart | undefined): OrderRow {
  const { order, priced } = priceCart(till, cart);
  const { lineItems: _lines, discounts: _discounts, serviceCharge: _charge, ...fields } = cart ?? {};
  const { externalReferenceId, ...others } = fields;
  const isReferred = externalReferenceId !== undefined && till.answers.atomicReference === 'kept';
  const { lines, discounts, serviceCharge, paymentState } = order;
  return createOrder(
    till,
    { ...others, ...(isReferred && { externalReferenceId }), state: 'open', total: priced.total },
    { lines, discounts, paymentState, ...(serviceCharge && { serviceCharge }) },
  );
}

function createCartLine(till: TillContext, body: LineBody): LineItemRow {
  const { modifications = [], discounts = [], ...fields } = body;
  const item = body.item && till.state.items.get(body.item.id);
  if (body.item && (!item || item.deletedTime !== undefined)) {
    throw refuseCart('item_does_not_exist', body.item.id);
  }
  if (!item && (fields.price === undefined || till.answers.atomicAdHoc === 'refuse')) {
    throw refuseCart('bad_request');
  }
  return {
    ...createLine(till, fields, item),
    modifications: modifications.flatMap((given) => createCartModification(till, given)),
    discounts: discounts.map((given) => createCartDiscount(till, given)),
  };
}

/** Without an id its other fields are ignored; with one they go before the catalogue's (clover.md 7.2). */
function createCartModification(
  till: TillContext,
  given: NonNullable<LineBody['modifications']>[number],
): ModificationRow[] {
  if (!given.modifier) return [];
  if (!till.state.modifiers.has(given.modifier.id)) throw refuseCart('invalid_modifier', given.modifier.id);
  return [createModification(till, given)];
}

function createCartDiscount(
  till: TillContext,
  given: NonNullable<LineBody['discounts']>[number],
): DiscountRow {
  if (given.name === undefined || (given.amount ?? 0) > 0) throw refuseCart('invalid_discount_attribute');
  return createDiscount(till, given);
}

function refuseCart(code: string, details?: string): TillFailure {
  return new TillFailure(400, code, details);
}

import { z } from 'zod';
import { createId, type TillContext } from '../context.ts';
import { clearableAmount, missField, readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { miss } from '../rest/failure.ts';
import { text, vacant } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import type { OrderTypeRow } from '../rows.ts';

/** The types every merchant can take over; the ids and the fields of a list of them are not published. */
const SYSTEM_TYPES = [
  { id: 'DINE-IN-TYPE', label: 'Dine In', labelKey: 'com.clover.order.type.dine_in' },
  { id: 'TAKE-OUT-TYPE', label: 'Take Out', labelKey: 'com.clover.order.type.take_out' },
  { id: 'PICK-UP-TYPE', label: 'Pick Up', labelKey: 'com.clover.order.type.pick_up' },
  { id: 'DELIVERY-TYPE', label: 'Delivery', labelKey: 'com.clover.order.type.delivery' },
] as const;

const ORDER_TYPE_BODY = z.object({
  label: z.string().min(1).max(127).exactOptional(),
  taxable: z.boolean().exactOptional(),
  filterCategories: z.boolean().exactOptional(),
  fee: clearableAmount().exactOptional(),
  minOrderAmount: clearableAmount().exactOptional(),
  avgOrderTime: clearableAmount().exactOptional(),
  hoursAvailable: z.enum(['ALL', 'BUSINESS', 'CUSTOM']).exactOptional(),
  systemOrderTypeId: z.string().exactOptional(),
});

/** `/order_types`: a new merchant has none, and the first one becomes the default (clover.md 7.9). */
export function createOrderTypeRoutes(till: TillContext): Route[] {
  const { orderTypes } = till.state;
  const list: List<OrderTypeRow> = {
    source: readShelf(orderTypes, () => orderTypes.keys()),
    fields: { id: text((orderType) => orderType.id), deletedTime: vacant() },
    expands: {},
    show: showOrderType,
  };
  const create = (call: TillCall): TillAnswer => {
    const { label, taxable = true, filterCategories = false, ...given } = readBody(call, ORDER_TYPE_BODY);
    if (label === undefined) throw missField('label');
    const isDefault = orderTypes.size === 0;
    const hoursAvailable = given.hoursAvailable ?? 'BUSINESS';
    const id = createId(till);
    const orderType = { ...given, id, label, taxable, isDefault, filterCategories, hoursAvailable };
    return { body: showOrderType(orderTypes.put(orderType)) };
  };
  const find = (call: TillCall): OrderTypeRow => {
    const orderType = orderTypes.get(call.param('orderTypeId'));
    if (!orderType) throw miss('Order type');
    return orderType;
  };
  const remove = (call: TillCall): TillAnswer => {
    removeOrderType(till, find(call).id);
    return EMPTY_ANSWER;
  };
  const path = '/order_types/{orderTypeId}';
  return [
    {
      method: 'GET',
      path: '/order_types',
      area: 'merchant',
      answer: (call) => answerList(till, call, list),
    },
    { method: 'POST', path: '/order_types', area: 'merchant', answer: create },
    { method: 'GET', path, area: 'merchant', answer: (call) => ({ body: showOrderType(find(call)) }) },
    { method: 'DELETE', path, area: 'merchant', answer: remove },
    {
      method: 'GET',
      path: '/system_order_types',
      area: 'merchant',
      answer: () => ({ body: { elements: SYSTEM_TYPES } }),
    },
  ];
}

/** Deletes an order type; orders keep the id of it. */
export function removeOrderType({ state }: TillContext, orderTypeId: string): void {
  state.orderTypes.delete(orderTypeId);
  state.orderTypeCategories.dropLeft(orderTypeId);
}

function showOrderType(orderType: OrderTypeRow): unknown {
  return {
    id: orderType.id,
    label: orderType.label,
    taxable: orderType.taxable,
    isDefault: orderType.isDefault,
    filterCategories: orderType.filterCategories,
    fee: orderType.fee,
    minOrderAmount: orderType.minOrderAmount,
    avgOrderTime: orderType.avgOrderTime,
    hoursAvailable: orderType.hoursAvailable,
    systemOrderTypeId: orderType.systemOrderTypeId,
    isDeleted: false,
  };
}

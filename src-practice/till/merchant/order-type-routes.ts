import { z } from 'zod';
import { createId, type TillContext } from '../context.ts';
import { clearableAmount, missField, readBody } from '../rest/body.ts';
import type { Route, TillAnswer, TillCall } from '../rest/call.ts';
import { text, vacant } from '../rest/filter.ts';
import { answerList, type List, readShelf } from '../rest/list.ts';
import type { OrderTypeRow } from '../rows.ts';

const ORDER_TYPE_BODY = z.object({
  label: z.string().min(1).max(127).exactOptional(),
  taxable: z.boolean().exactOptional(),
  filterCategories: z.boolean().exactOptional(),
  fee: clearableAmount().exactOptional(),
  minOrderAmount: clearableAmount().exactOptional(),
  avgOrderTime: clearableAmount().exactOptional(),
  hoursAvailable: z.enum(['ALL', 'BUSINESS', 'CUSTOM']).exactOptional(),
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
  return [
    {
      method: 'GET',
      path: '/order_types',
      area: 'merchant',
      answer: (call) => answerList(till, call, list),
    },
    { method: 'POST', path: '/order_types', area: 'merchant', answer: create },
  ];
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
    isDeleted: false,
  };
}

import { type Fields, RestFailure } from '../rest/failure.ts';
import { toId, toRows, toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { changeLineMeta, createLineMeta, takeLineId } from './item-numbers.ts';
import type { FeeLine, OrderLine, OrderLines, ShippingLine } from './order.ts';
import { changeLine, createLine, isRemoval, readSent } from './order-lines.ts';

/** What one kind of line does with the rows of a client. */
interface LineKind<Line> {
  readonly create: (row: Fields) => Line;
  readonly change: (line: Line, row: Fields) => Line;
}

/** What a guest pays for one piece, by the row that orders it. */
export type EnteredPrices = ReadonlyMap<Fields, number>;

/**
 * Works the lines a client sent into those there are: with an id changed or taken away, without one appended
 * (woocommerce.md 4).
 * @throws RestFailure 400 for a line of another order and for rows that lack what their kind needs
 */
export function mergeLines(
  shop: Shop,
  order: OrderLines,
  fields: Fields,
  prices: EnteredPrices = new Map(),
): OrderLines {
  return {
    lines: mergeRows<OrderLine>(order.lines, fields.line_items, {
      create: (row) => createLine(shop, row, prices.get(row)),
      change: (line, row) => changeLine(shop, line, row),
    }),
    shippingLines: mergeRows<ShippingLine>(order.shippingLines, fields.shipping_lines, {
      create: (row) => createShipping(shop, row),
      change: (line, row) => ({
        ...line,
        methodTitle: readText(row.method_title, line.methodTitle),
        methodId: readText(row.method_id, line.methodId),
        total: readSent(row.total) ?? line.total,
        meta: changeLineMeta(shop, line.meta, row.meta_data),
      }),
    }),
    feeLines: mergeRows<FeeLine>(order.feeLines, fields.fee_lines, {
      create: (row) => createFee(shop, row),
      change: (line, row) => ({
        ...line,
        name: readText(row.name, line.name),
        taxClass: readText(row.tax_class, line.taxClass),
        taxStatus: readText(row.tax_status, line.taxStatus),
        total: readSent(row.total) ?? line.total,
        meta: changeLineMeta(shop, line.meta, row.meta_data),
      }),
    }),
  };
}

function mergeRows<Line extends { readonly id: number }>(
  lines: readonly Line[],
  rows: unknown,
  kind: LineKind<Line>,
): readonly Line[] {
  let merged = lines;
  for (const row of toRows(rows)) {
    const id = toId(row.id);
    if (id === 0) {
      merged = [...merged, kind.create(row)];
      continue;
    }
    if (!merged.some((line) => line.id === id)) {
      const message = 'Order item ID provided is not associated with order.';
      throw new RestFailure(400, 'woocommerce_rest_invalid_item_id', message);
    }
    merged = isRemoval(row)
      ? merged.filter((line) => line.id !== id)
      : merged.map((line) => (line.id === id ? kind.change(line, row) : line));
  }
  return merged;
}

function createShipping(shop: Shop, row: Fields): ShippingLine {
  if (toText(row.method_id) === '') {
    throw new RestFailure(400, 'woocommerce_rest_invalid_shipping_item', 'Shipping method ID is required.');
  }
  return {
    id: takeLineId(shop),
    methodTitle: toText(row.method_title),
    methodId: toText(row.method_id),
    instanceId: toText(row.instance_id),
    taxClass: '',
    taxStatus: readText(row.tax_status, 'taxable'),
    total: readSent(row.total) ?? 0,
    totalTax: 0,
    taxes: [],
    meta: createLineMeta(shop, row.meta_data),
  };
}

function createFee(shop: Shop, row: Fields): FeeLine {
  if (toText(row.name) === '') {
    throw new RestFailure(400, 'woocommerce_rest_invalid_fee_item', 'Fee name is required.');
  }
  return {
    id: takeLineId(shop),
    name: toText(row.name),
    taxClass: toText(row.tax_class),
    taxStatus: readText(row.tax_status, 'taxable'),
    total: readSent(row.total) ?? 0,
    totalTax: 0,
    taxes: [],
    meta: createLineMeta(shop, row.meta_data),
  };
}

const readText = (value: unknown, before: string): string => (value === undefined ? before : toText(value));

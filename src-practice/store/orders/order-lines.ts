import { formatDecimal, readPrice, toAmount } from '../products/prices.ts';
import type { ProductRecord } from '../products/product.ts';
import { nameVariation } from '../products/variation-desk.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { createSlug } from '../rest/text.ts';
import { toId, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { findTaxRates, readIncludedTax, readStorePlace } from '../taxes/tax-sums.ts';
import {
  changeLineMeta,
  createLineMeta,
  skipHiddenRows,
  takeLineId,
  takeLineMetaId,
} from './item-numbers.ts';
import { includesTax } from './money.ts';
import type { LineMeta, OrderLine } from './order.ts';

/**
 * Makes a line of what a client sent. A product nobody knows makes an empty line of product 0, not an error
 * (woocommerce.md 4).
 * @param enteredPrice what a guest pays for one piece with all choices; REST knows only the product's price
 * @throws RestFailure 400 without a product or SKU, 500 for no pieces
 */
export function createLine(shop: Shop, fields: Fields, enteredPrice?: number): OrderLine {
  const sku = toText(fields.sku);
  if (toId(fields.product_id) === 0 && toId(fields.variation_id) === 0 && sku === '') {
    const message = 'Product ID or SKU is required.';
    throw new RestFailure(400, 'woocommerce_rest_required_product_reference', message);
  }
  const quantity = fields.quantity === undefined ? 1 : toWholeNumber(fields.quantity);
  if (quantity === 0) {
    const message = 'There has been a critical error on this website.';
    throw new RestFailure(500, 'internal_server_error', message);
  }
  const id = toId(fields.variation_id) || toId(fields.product_id);
  const product = id > 0 ? shop.catalog.find(id) : shop.catalog.findBySku(sku)[0];
  const price = enteredPrice ?? (product ? toAmount(readPrice(shop, product)) : 0);
  const worth = unpackTax(shop, product, price * Math.max(0, quantity));
  const subtotal = readSent(fields.subtotal) ?? worth;
  const lineId = takeLineId(shop);
  skipHiddenRows(shop);
  return {
    id: lineId,
    name: toText(fields.name) || (product ? nameSold(shop, product) : ''),
    ...referTo(product),
    ...readTaxing(shop, product, fields),
    quantity,
    subtotal,
    subtotalTax: 0,
    total: readSent(fields.total) ?? readSent(fields.subtotal) ?? worth,
    totalTax: 0,
    taxes: [],
    meta: [...createChoiceMeta(shop, product), ...createLineMeta(shop, fields.meta_data)],
  };
}

/** Changes a line; another quantity alone leaves the money as it was (woocommerce.md 4). */
export function changeLine(shop: Shop, line: OrderLine, fields: Fields): OrderLine {
  const id = toId(fields.variation_id) || toId(fields.product_id);
  const product = id > 0 ? shop.catalog.find(id) : undefined;
  const isOther = product !== undefined && id !== (line.variationId || line.productId);
  const reference = isOther ? { ...referTo(product), ...readTaxing(shop, product, fields) } : {};
  return {
    ...line,
    ...reference,
    name: toText(fields.name) || (isOther ? nameSold(shop, product) : line.name),
    quantity: fields.quantity === undefined ? line.quantity : toWholeNumber(fields.quantity),
    subtotal: readSent(fields.subtotal) ?? line.subtotal,
    total: readSent(fields.total) ?? line.total,
    meta: changeLineMeta(shop, line.meta, fields.meta_data),
  };
}

/** Whether a row asks for its line to go: no pieces, or a null where its product or name was. */
export const isRemoval = (fields: Fields): boolean =>
  ['product_id', 'method_id', 'method_title', 'name'].some((name) => fields[name] === null) ||
  (fields.quantity !== undefined && toWholeNumber(fields.quantity) === 0);

/** An amount a client sent; undefined if none. */
export function readSent(value: unknown): number | undefined {
  const text = formatDecimal(value);
  return text === '' ? undefined : toAmount(text);
}

/** The net of an amount at the product's price, which may be entered with its tax (woocommerce.md 4). */
function unpackTax(shop: Shop, product: ProductRecord | undefined, amount: number): number {
  if (!includesTax(shop) || product?.taxStatus !== 'taxable') return amount;
  const { taxClass } = readTaxing(shop, product, {});
  return amount - readIncludedTax(amount, findTaxRates(shop, readStorePlace(shop), taxClass));
}

const referTo = (product: ProductRecord | undefined): Pick<OrderLine, 'productId' | 'variationId'> =>
  product?.type === 'variation'
    ? { productId: product.parentId, variationId: product.id }
    : { productId: product?.id ?? 0, variationId: 0 };

/** A variation is taxed as its product is, unless it has a class of its own. */
function readTaxing(
  shop: Shop,
  product: ProductRecord | undefined,
  fields: Fields,
): Pick<OrderLine, 'taxClass' | 'taxStatus'> {
  const parent = product?.type === 'variation' ? shop.catalog.find(product.parentId) : undefined;
  const owned = product?.taxClass === 'parent' || !product?.taxClass ? parent?.taxClass : product.taxClass;
  const taxClass = fields.tax_class === undefined ? (owned ?? '') : toText(fields.tax_class);
  return { taxClass, taxStatus: (parent ?? product)?.taxStatus ?? 'taxable' };
}

/** Its options stand among a variation's meta (modifiers.md 1.6); those of the whole store by their slugs. */
const createChoiceMeta = (shop: Shop, product: ProductRecord | undefined): LineMeta[] =>
  (product?.choices ?? []).map(({ attributeId, name, slug, option }) => ({
    id: takeLineMetaId(shop),
    key: slug,
    value: attributeId > 0 ? createSlug(option) : option,
    displayKey: name,
  }));

/** Texts of orders are not encoded (woocommerce.md 3). */
function nameSold(shop: Shop, product: ProductRecord): string {
  const name = product.type === 'variation' ? nameVariation(shop, product) : product.name;
  return name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

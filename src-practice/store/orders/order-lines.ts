import { mergeMeta } from '../products/meta-data.ts';
import { readPrice, toAmount } from '../products/prices.ts';
import type { ProductRecord } from '../products/product.ts';
import { nameVariation } from '../products/variation-desk.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toId, toText, toWholeNumber } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { readSetting } from '../site/settings.ts';
import type { OrderLine } from './order.ts';

/**
 * Makes a line of what a client sent. A product nobody knows makes an empty line of product 0, not an error
 * (woocommerce.md 4).
 * @throws RestFailure 400 without a product or SKU, 500 for no pieces
 */
export function createLine(shop: Shop, fields: Fields): OrderLine {
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
  const price = product ? readPrice(shop, product) : '';
  const worth = formatAmount(shop, toAmount(price) * quantity);
  const total = toText(fields.total) || toText(fields.subtotal) || worth;
  return {
    id: takeLineId(shop),
    name: toText(fields.name) || (product ? decodeName(nameProduct(shop, product)) : ''),
    ...referTo(product),
    quantity,
    subtotal: formatAmount(shop, toAmount(toText(fields.subtotal) || worth)),
    total: formatAmount(shop, toAmount(total)),
    meta: mergeMeta(shop.state.ids, [], fields.meta_data),
  };
}

/** The next number of the table that lines of orders and refunds share. */
export function takeLineId(shop: Shop): number {
  const id = shop.state.ids.line;
  shop.state.ids.line += 1;
  return id;
}

/** An amount with the store's decimals. */
export const formatAmount = (shop: Shop, amount: number): string =>
  amount.toFixed(Number(readSetting(shop.state, 'general/woocommerce_price_num_decimals')) || 0);

const referTo = (product: ProductRecord | undefined): Pick<OrderLine, 'productId' | 'variationId'> =>
  product?.type === 'variation'
    ? { productId: product.parentId, variationId: product.id }
    : { productId: product?.id ?? 0, variationId: 0 };

const nameProduct = (shop: Shop, product: ProductRecord): string =>
  product.type === 'variation' ? nameVariation(shop, product) : product.name;

/** Texts of orders are not encoded (woocommerce.md 3). */
const decodeName = (name: string): string =>
  name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

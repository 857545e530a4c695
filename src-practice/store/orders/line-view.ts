import { toText } from '../rest/values.ts';
import type { Shop } from '../shop.ts';
import { formatAmount } from './money.ts';
import type {
  CouponLine,
  FeeLine,
  LineMeta,
  OrderLine,
  OrderLines,
  ShippingLine,
  TaxLine,
  TaxShare,
} from './order.ts';

type View = Record<string, unknown>;

/** The lines of an order or refund as REST shows them, with `places` decimals. */
export const renderLines = (
  shop: Shop,
  order: OrderLines,
  taxes: readonly TaxLine[],
  places: number,
): View => ({
  line_items: order.lines.map((line) => renderProductLine(shop, line, places)),
  tax_lines: taxes.map((line) => renderTaxLine(line, places)),
  shipping_lines: order.shippingLines.map((line) => renderShipping(line, places)),
  fee_lines: order.feeLines.map((line) => renderFee(line, places)),
});

/** A coupon's line; its amounts stand as they were worked out, without decimals to fill up (woocommerce.md 4). */
export const renderCoupon = (line: CouponLine): View => ({
  id: line.id,
  code: line.code,
  discount: showNumber(line.discount),
  discount_tax: showNumber(line.discountTax),
  meta_data: line.meta.map(renderLineMeta),
  discount_type: line.discountType,
  nominal_amount: line.nominalAmount,
  free_shipping: line.freeShipping,
});

/** After its product is deleted a line keeps its name and money, with product 0 (woocommerce.md 4). */
function renderProductLine(shop: Shop, line: OrderLine, places: number): View {
  const parent = shop.catalog.find(line.productId);
  const product = line.variationId > 0 ? shop.catalog.find(line.variationId) : parent;
  return {
    id: line.id,
    name: line.name,
    product_id: parent ? line.productId : 0,
    variation_id: product ? line.variationId : 0,
    quantity: line.quantity,
    tax_class: line.taxClass,
    subtotal: formatAmount(line.subtotal, places),
    subtotal_tax: formatAmount(line.subtotalTax, places),
    total: formatAmount(line.total, places),
    total_tax: formatAmount(line.totalTax, places),
    taxes: line.taxes.map(renderShare),
    meta_data: line.meta.map(renderLineMeta),
    sku: product ? product.sku || parent?.sku || '' : null,
    // Of one piece after coupons, unrounded; the only amount that is a number.
    price: line.quantity === 0 ? 0 : line.total / line.quantity,
    image: { id: '', src: '' },
    parent_name: line.variationId > 0 && parent ? parent.name : null,
  };
}

const renderShipping = (line: ShippingLine, places: number): View => ({
  id: line.id,
  method_title: line.methodTitle,
  method_id: line.methodId,
  instance_id: line.instanceId,
  total: formatAmount(line.total, places),
  total_tax: formatAmount(line.totalTax, places),
  taxes: line.taxes.map(renderShare),
  tax_status: line.taxStatus,
  meta_data: line.meta.map(renderLineMeta),
});

const renderFee = (line: FeeLine, places: number): View => ({
  id: line.id,
  name: line.name,
  tax_class: line.taxClass,
  tax_status: line.taxStatus,
  amount: '',
  total: formatAmount(line.total, places),
  total_tax: formatAmount(line.totalTax, places),
  taxes: line.taxes.map(renderShare),
  meta_data: line.meta.map(renderLineMeta),
});

const renderTaxLine = (line: TaxLine, places: number): View => ({
  id: line.id,
  rate_code: line.rateCode,
  rate_id: line.rateId,
  label: line.label,
  compound: line.isCompound,
  tax_total: formatAmount(line.taxTotal, places),
  shipping_tax_total: formatAmount(line.shippingTaxTotal, places),
  rate_percent: line.ratePercent,
  meta_data: [],
});

/** Up to six places; only orders are rounded (woocommerce.md 4). */
const renderShare = ({ rateId, total, subtotal }: TaxShare): View => ({
  id: rateId,
  total: showNumber(total),
  subtotal: subtotal === null ? '' : showNumber(subtotal),
});

const showNumber = (amount: number): string => String(Number(amount.toFixed(6)));

const renderLineMeta = ({ displayKey, ...entry }: LineMeta): View => ({
  ...entry,
  display_key: displayKey ?? escapeEntities(entry.key),
  display_value: typeof entry.value === 'string' ? escapeShown(entry.value) : entry.value,
});

/** Shown values are escaped and without tags; the values themselves are not (woocommerce.md 4). */
const escapeShown = (text: string): string =>
  escapeEntities(text.replace(/<[a-z/][^>]*>/gi, '')).replace(/&(?!#?\w+;)/g, '&amp;');

/** A number of a character has three digits at least: `&#36;` is shown as `&#036;` (modifiers.md 2.3). */
const escapeEntities = (text: string): string =>
  text.replace(/&#(\d{1,2});/g, (_, digits: string) => `&#${toText(digits).padStart(3, '0')};`);

import type { OrderRecord } from '../orders/order.ts';
import { createOrder, updateOrder } from '../orders/order-desk.ts';
import { readPrice, toAmount } from '../products/prices.ts';
import type { Fields } from '../rest/failure.ts';
import type { Shop } from '../shop.ts';
import { findCurrency } from '../site/currencies.ts';
import { readSetting } from '../site/settings.ts';
import { sumChoices, writeChoiceMeta } from './choice-meta.ts';
import type { Guest, GuestLine, GuestOrder } from './guest-order.ts';
import { writeTimeMeta } from './time-meta.ts';

const TITLES = {
  stripe: 'Credit / Debit Card',
  square_credit_card: 'Credit Card',
  cod: 'Cash on delivery',
  bacs: 'Direct bank transfer',
} as const;
const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15';

/**
 * Places an order as a guest does: what was chosen is charged and written as the add-on plugin does, and the
 * payment decides where the order stands. The block checkout keeps it as a draft before.
 * @throws RestFailure for a coupon that does not fit
 */
export function placeOrder(shop: Shop, order: GuestOrder): OrderRecord {
  const prices = new Map<Fields, number>();
  const lines = order.lines.map((line) => {
    const basePrice = readBasePrice(shop, line);
    const row = writeLine(shop, order, line, basePrice);
    prices.set(row, basePrice + sumChoices(line));
    return row;
  });
  const isBlock = order.checkout === 'block';
  const fields = { ...writeFields(shop, order), line_items: lines };
  const placed = writePlaced(shop, order);
  const made = createOrder(
    shop,
    isBlock ? { ...fields, status: 'checkout-draft' } : { ...fields, ...placed },
    {
      createdVia: isBlock ? 'store-api' : 'checkout',
      prices,
      customerIp: '203.0.113.7',
      userAgent: BROWSER,
      cartHash: Array.from({ length: 32 }, () => shop.random.below(16).toString(16)).join(''),
    },
  );
  return isBlock ? updateOrder(shop, made, placed) : made;
}

/** A card is paid at once, a transfer is waited for, cash is taken at the door: that order is not paid yet. */
function writePlaced(shop: Shop, { payment, status }: GuestOrder): Fields {
  if (status !== undefined) return { status };
  if (payment === 'cod') return { status: 'processing' };
  if (payment === 'bacs') return { status: 'on-hold' };
  const digits = Array.from({ length: 16 }, () => shop.random.below(36).toString(36)).join('');
  return { status: 'pending', set_paid: true, transaction_id: `ch_${digits}` };
}

function readBasePrice(shop: Shop, { productId }: GuestLine): number {
  const product = shop.catalog.find(productId);
  return product ? toAmount(readPrice(shop, product)) : 0;
}

function writeLine(shop: Shop, { format }: GuestOrder, line: GuestLine, basePrice: number): Fields {
  const { symbol } = findCurrency(readSetting(shop.state, 'general/woocommerce_currency'));
  return {
    product_id: line.productId,
    quantity: line.quantity,
    meta_data: writeChoiceMeta(line, format, { symbol, basePrice }),
  };
}

function writeFields(shop: Shop, order: GuestOrder): Fields {
  const address = order.guest ? writeAddress(order.guest) : {};
  const isDelivery = order.method === 'delivery';
  return {
    payment_method: order.payment,
    payment_method_title: TITLES[order.payment],
    customer_note: order.note,
    billing: { ...address, email: order.guest?.email ?? '' },
    ...(isDelivery && { shipping: address }),
    ...(order.customerId !== undefined && { customer_id: order.customerId }),
    ...(order.currency !== undefined && { currency: order.currency }),
    shipping_lines: writeShipping(order),
    fee_lines: writeFees(order),
    ...(order.coupons.length > 0 && { coupon_lines: order.coupons.map((code) => ({ code })) }),
    meta_data: [
      { key: 'is_vat_exempt', value: 'no' },
      ...writeTimeMeta(order, shop.settings.timezoneOffsetHours),
    ],
  };
}

/** Each checkout has its own way of pickup; nobody ships what is eaten at a table. */
function writeShipping(order: GuestOrder): readonly Fields[] {
  if (order.method === 'dine-in') return [];
  const total = (order.deliveryCents / 100).toFixed(2);
  if (order.method === 'delivery') {
    return [{ method_id: 'flat_rate', instance_id: '1', method_title: 'Delivery', total }];
  }
  if (order.checkout === 'classic') {
    return [{ method_id: 'local_pickup', instance_id: '2', method_title: 'Local pickup', total: '0' }];
  }
  return [
    {
      method_id: 'pickup_location',
      instance_id: '0',
      method_title: 'Pickup (Corner Oven)',
      total: '0',
      meta_data: [
        { key: 'pickup_location', value: 'Corner Oven' },
        { key: 'pickup_address', value: '1 Main St, Albany, NY 12207' },
        { key: 'pickup_details', value: 'At the counter' },
      ],
    },
  ];
}

const writeFees = ({ tipCents, giftCardCents }: GuestOrder): readonly Fields[] => [
  ...(tipCents > 0 ? [{ name: 'Tip', total: (tipCents / 100).toFixed(2), tax_status: 'none' }] : []),
  ...(giftCardCents > 0
    ? [{ name: 'Gift card', total: (-giftCardCents / 100).toFixed(2), tax_status: 'none' }]
    : []),
];

const writeAddress = (guest: Guest): Fields => ({
  first_name: guest.firstName,
  last_name: guest.lastName,
  address_1: guest.address,
  city: guest.city,
  state: guest.state,
  postcode: guest.postcode,
  country: guest.country,
  phone: guest.phone,
});

import type { Shop } from '../shop.ts';
import { findCurrency } from '../site/currencies.ts';
import { readSetting } from '../site/settings.ts';
import { isOnSale, readPrice, readPriceRange, toAmount } from './prices.ts';
import type { ProductRecord } from './product.ts';

/** The price as the shop page shows it, '' for what has none. */
export function renderPriceHtml(shop: Shop, record: ProductRecord): string {
  if (record.type === 'variable') return renderRange(shop, record);
  const price = readPrice(shop, record);
  if (price === '') return '';
  if (!isOnSale(shop, record)) return renderAmount(shop, price);
  const [was, now] = [renderAmount(shop, record.regularPrice), renderAmount(shop, price)];
  const [wasText, nowText] = [formatAmount(shop, record.regularPrice), formatAmount(shop, price)];
  return (
    `<del aria-hidden="true">${was}</del> ` +
    `<span class="screen-reader-text">Original price was: ${wasText}.</span>` +
    `<ins aria-hidden="true">${now}</ins>` +
    `<span class="screen-reader-text">Current price is: ${nowText}.</span>`
  );
}

function renderRange(shop: Shop, parent: ProductRecord): string {
  const [lowest, highest] = readPriceRange(shop, parent);
  if (lowest === '') return '';
  if (toAmount(lowest) === toAmount(highest)) return renderAmount(shop, lowest);
  return `${renderAmount(shop, lowest)} &ndash; ${renderAmount(shop, highest)}`;
}

function renderAmount(shop: Shop, price: string): string {
  const { symbol } = findCurrency(readSetting(shop.state, 'general/woocommerce_currency'));
  const number = toFixedAmount(shop, price);
  return (
    '<span class="woocommerce-Price-amount amount"><bdi>' +
    `<span class="woocommerce-Price-currencySymbol">${symbol}</span>${number}</bdi></span>`
  );
}

function formatAmount(shop: Shop, price: string): string {
  const { symbol } = findCurrency(readSetting(shop.state, 'general/woocommerce_currency'));
  return `${symbol}${toFixedAmount(shop, price)}`;
}

function toFixedAmount(shop: Shop, price: string): string {
  const decimals = Number(readSetting(shop.state, 'general/woocommerce_price_num_decimals')) || 0;
  const [whole = '', fraction] = toAmount(price).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

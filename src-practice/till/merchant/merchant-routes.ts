import type { TillContext } from '../context.ts';
import { RELATED_ITEM_EXPANDS, showRelatedItems } from '../inventory/related-items.ts';
import type { Route, TillCall } from '../rest/call.ts';
import { type Expand, type ExpandFields, readExpand } from '../rest/expand.ts';

const MERCHANT_EXPANDS: ExpandFields = {
  address: { area: 'merchant' },
  properties: { area: 'merchant' },
  ...RELATED_ITEM_EXPANDS,
};

/** The merchant, its address and its properties (clover.md 10). */
export function createMerchantRoutes(till: TillContext): Route[] {
  const base = `/v3/merchants/${till.merchant.id}`;
  return [
    {
      method: 'GET',
      path: '',
      area: 'merchant',
      answer: (call) => ({
        body: showMerchant(till, call, base, readExpand(call, MERCHANT_EXPANDS, till.answers)),
      }),
    },
    {
      method: 'GET',
      path: '/address',
      area: 'merchant',
      answer: (call) => ({ body: showAddress(till, `${call.origin}${base}/address`) }),
    },
    {
      method: 'GET',
      path: '/opening_hours',
      area: 'merchant',
      answer: (call) => ({ body: showHours(till, `${call.origin}${base}/opening_hours`) }),
    },
    {
      method: 'GET',
      path: '/properties',
      area: 'merchant',
      answer: (call) => ({ body: showProperties(till, `${call.origin}${base}/properties`) }),
    },
  ];
}

function showMerchant(till: TillContext, call: TillCall, base: string, expand: Expand): unknown {
  const { merchant } = till;
  const href = `${call.origin}${base}`;
  const address = { href: `${href}/address` };
  const properties = { href: `${href}/properties` };
  return {
    href,
    id: merchant.id,
    name: merchant.name,
    defaultCurrency: merchant.currency,
    createdTime: merchant.createdTime,
    address: expand.has('address') ? showAddress(till, address.href) : address,
    properties: expand.has('properties') ? showProperties(till, properties.href) : properties,
    orders: { href: `${href}/orders` },
    tenders: { href: `${href}/tenders` },
    items: { href: `${href}/items` },
    ...showRelatedItems(till, till.state.items.listNewestIds(), expand),
  };
}

function showAddress(till: TillContext, href: string): unknown {
  return { href, address1: '1 Practice Street', city: 'Practice', country: till.merchant.country };
}

/** One plan for the week, times as HHMM (clover.md 10); a merchant that set none has none. */
function showHours(till: TillContext, href: string): unknown {
  const { openingHours } = till.merchant;
  if (!openingHours) return { elements: [], href };
  const week = Object.entries(openingHours).map(([day, elements]) => [day, { elements }]);
  return { elements: [{ id: till.merchant.id, name: 'Default', ...Object.fromEntries(week) }], href };
}

/** The bank fields are there because the real object has them: a client must not keep it whole. */
function showProperties(till: TillContext, href: string): unknown {
  const { merchant } = till;
  return {
    href,
    defaultCurrency: merchant.currency,
    locale: `en-${merchant.country}`,
    timezone: merchant.timezone,
    vat: merchant.vat,
    vatTaxName: merchant.vat ? 'VAT' : undefined,
    trackStock: merchant.trackStock,
    updateStock: merchant.updateStock,
    tipsEnabled: false,
    autoPrint: till.state.kitchen.isAutoPrint,
    groupLineItems: true,
    notesOnOrders: true,
    deleteOrders: true,
    removeTaxEnabled: true,
    alternateInventoryNames: false,
    orderTitle: 'NONE',
    summaryHour: 0,
    abaAccountNumber: '000000000',
    ddaAccountNumber: '0000000000',
  };
}

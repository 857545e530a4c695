import { requireManager } from '../access/permission.ts';
import { answerOk } from '../rest/call.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { Shop } from '../shop.ts';
import { findCurrency } from './currencies.ts';
import { readSetting } from './settings.ts';
import { renderSystemStatus } from './system-status.ts';

const TAX_CLASSES = [
  { slug: 'standard', name: 'Standard rate' },
  { slug: 'reduced-rate', name: 'Reduced rate' },
  { slug: 'zero-rate', name: 'Zero rate' },
] as const;

/** Registers what tells a client about the site: system status, currency, tax classes. */
export function addSiteRoutes(table: RouteTable, shop: Shop): void {
  const storeId = createStoreId(shop);
  table.add(
    {
      methods: ['GET'],
      pattern: '/wc/v3/system_status',
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => answerOk(renderSystemStatus(shop, call.origin, storeId)),
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/data/currencies/current',
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => {
        const currency = findCurrency(readSetting(shop.state, 'general/woocommerce_currency'));
        const collection = `${call.origin}/wp-json/wc/v3/data/currencies`;
        const _links = {
          self: [{ href: `${collection}/${currency.code}` }],
          collection: [{ href: collection }],
        };
        return answerOk({ ...currency, _links });
      },
    },
    {
      methods: ['GET'],
      pattern: '/wc/v3/taxes/classes',
      permit: (key) => requireManager(key, 'list'),
      handle: (call) => {
        const collection = [{ href: `${call.origin}/wp-json/wc/v3/taxes/classes` }];
        return answerOk(TAX_CLASSES.map((taxClass) => ({ ...taxClass, _links: { collection } })));
      },
    },
  );
}

/** The UUID by which a store is known again when its address changes. */
function createStoreId(shop: Shop): string {
  const digits = Array.from({ length: 32 }, () => shop.random.below(16).toString(16)).join('');
  const variant = '89ab'[shop.random.below(4)];
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-');
}

import { listAddOnNamespaces } from '../add-ons/plugins.ts';
import { answerOk } from '../rest/call.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { Shop } from '../shop.ts';

const WORDPRESS_NAMESPACES = ['oembed/1.0', 'wp/v2', 'wp-site-health/v1', 'wp-block-editor/v1'] as const;
const WOO_NAMESPACES = [
  'wc/v1',
  'wc/v2',
  'wc/v3',
  'wc/store',
  'wc/store/v1',
  'wc/private',
  'wc-admin',
] as const;

/** Registers the index of the site's REST API, which anybody may read. */
export function addIndexRoutes(table: RouteTable, shop: Shop): void {
  table.add({
    methods: ['GET'],
    pattern: '',
    permit: () => undefined,
    handle: (call) =>
      answerOk({
        name: shop.settings.name,
        description: '',
        url: call.origin,
        home: call.origin,
        gmt_offset: shop.settings.timezoneOffsetHours,
        timezone_string: shop.settings.timezoneName,
        namespaces: listNamespaces(shop),
        authentication: [],
      }),
  });
}

/** The namespaces of the site as its switches stand. */
export function listNamespaces(shop: Shop): string[] {
  const woo = shop.switches.woo ? WOO_NAMESPACES : [];
  const analytics = shop.switches.woo && shop.switches.analytics ? ['wc-analytics'] : [];
  return [...WORDPRESS_NAMESPACES, ...woo, ...analytics, ...listAddOnNamespaces(shop)];
}

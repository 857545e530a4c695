import { answerOk } from '../rest/call.ts';
import { RestFailure } from '../rest/failure.ts';
import type { RouteTable } from '../rest/route-table.ts';
import type { Shop } from '../shop.ts';

const ADD_ONS = { file: 'woocommerce-product-addons/woocommerce-product-addons.php', version: '7.0.1' };
const FOOD = { file: 'woocommerce-food/woocommerce-food.php', version: '3.3.2' };

/** The add-on plugins among the active ones, as the status report lists them (modifiers.md 5). */
export function listAddOnPlugins({ switches }: Shop): Record<string, unknown>[] {
  return [
    ...(switches.productAddOns ? [renderPlugin(ADD_ONS, 'WooCommerce Product Add-ons', 'WooCommerce')] : []),
    ...(switches.woocommerceFood ? [renderPlugin(FOOD, 'WooCommerce Food', 'Ex-Themes')] : []),
  ];
}

function renderPlugin(
  { file, version }: { readonly file: string; readonly version: string },
  name: string,
  author: string,
): Record<string, unknown> {
  return {
    plugin: file,
    name,
    version,
    version_latest: version,
    url: '',
    author_name: author,
    author_url: '',
    network_activated: false,
  };
}

/** The namespaces that the add-on plugins bring (modifiers.md 1.2). */
export const listAddOnNamespaces = ({ switches }: Shop): readonly string[] =>
  switches.productAddOns ? ['wc-product-add-ons/v1', 'wc-product-add-ons/v2'] : [];

/** Registers WooCommerce Food's global options: anybody may list them, the options are not shown. */
export function addFoodRoutes(table: RouteTable, shop: Shop): void {
  table.add({
    methods: ['GET'],
    pattern: '/wp/v2/exwo_glboptions',
    permit: () => {
      if (shop.switches.woocommerceFood) return;
      const message = 'No route was found matching the URL and request method.';
      throw new RestFailure(404, 'rest_no_route', message);
    },
    handle: () => answerOk([]),
  });
}

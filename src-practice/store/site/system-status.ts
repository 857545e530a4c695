import { listAddOnPlugins } from '../add-ons/plugins.ts';
import type { Shop } from '../shop.ts';
import { findCurrency } from './currencies.ts';
import { readSetting } from './settings.ts';

/** The facts of the site; `post_type_counts` are for sizing (woocommerce.md 7). */
export function renderSystemStatus(shop: Shop, origin: string, storeId: string): Record<string, unknown> {
  const { version } = shop.settings;
  const productCount = shop.catalog.listIds('any').length + shop.catalog.listIds('trash').length;
  return {
    environment: renderEnvironment(version, origin, storeId),
    database: { wc_database_version: version, database_prefix: 'wp_' },
    active_plugins: [
      {
        plugin: 'woocommerce/woocommerce.php',
        name: 'WooCommerce',
        version,
        version_latest: version,
        url: 'https://woocommerce.com/',
        author_name: 'Automattic',
        author_url: 'https://woocommerce.com',
        network_activated: false,
      },
      ...listAddOnPlugins(shop),
    ],
    inactive_plugins: [],
    dropins_mu_plugins: { dropins: [], mu_plugins: [] },
    theme: { name: 'Twenty Twenty-Five', version: '1.0', has_woocommerce_support: true },
    settings: renderSettings(shop),
    security: { secure_connection: origin.startsWith('https:'), hide_errors: true },
    pages: [],
    post_type_counts: [
      { type: 'attachment', count: '1' },
      { type: 'page', count: '7' },
      { type: 'product', count: String(productCount) },
      { type: 'product_variation', count: String(shop.catalog.listVariationIds().length) },
    ],
    logging: { logging_enabled: true, default_handler: 'LogHandlerFileV2', retention_period_days: 30 },
  };
}

function renderEnvironment(version: string, origin: string, storeId: string): Record<string, unknown> {
  return {
    home_url: origin,
    site_url: origin,
    store_id: storeId,
    version,
    wp_version: '6.9.1',
    wp_multisite: false,
    wp_memory_limit: 536870912,
    wp_debug_mode: false,
    wp_cron: true,
    language: 'en_US',
    external_object_cache: null,
    server_info: 'nginx/1.22.1',
    php_version: '8.2.35',
    php_post_max_size: 67108864,
    php_max_execution_time: 300,
    php_max_input_vars: 1000,
    max_upload_size: 2097152,
    mysql_version: '10.11.19',
    default_timezone: 'UTC',
    gzip_enabled: true,
    mbstring_enabled: true,
  };
}

function renderSettings(shop: Shop): Record<string, unknown> {
  const currency = readSetting(shop.state, 'general/woocommerce_currency');
  const isHpos = shop.orders.readTable() === 'hpos';
  return {
    api_enabled: false,
    force_ssl: false,
    currency,
    currency_symbol: findCurrency(currency).symbol,
    currency_position: readSetting(shop.state, 'general/woocommerce_currency_pos'),
    thousand_separator: ',',
    decimal_separator: '.',
    number_of_decimals: Number(readSetting(shop.state, 'general/woocommerce_price_num_decimals')),
    geolocation_enabled: false,
    taxonomies: { external: 'external', grouped: 'grouped', simple: 'simple', variable: 'variable' },
    order_datastore: isHpos
      ? 'Automattic\\WooCommerce\\Internal\\DataStores\\Orders\\OrdersTableDataStore'
      : 'WC_Order_Data_Store_CPT',
    HPOS_enabled: isHpos,
    HPOS_sync_enabled: false,
    enabled_features: ['analytics', 'marketplace', 'order_attribution', 'custom_order_tables'],
  };
}

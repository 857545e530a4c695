import type { Outcome } from '../../domain/outcome.ts';
import type { StoreFacts } from '../../domain/store-catalog.ts';
import { readConcurrently } from '../concurrent-reads.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { isRow, readNumber, readRows, readText, type WireRow } from '../wire-values.ts';
import { decodeText } from './store-text.ts';
import { WOO_IN_FLIGHT, type WooClient } from './woo-client.ts';

/** What the site says of itself to anybody. */
export interface SiteIndex {
  readonly name: string;
  /** The address the site believes it has; '' when it does not say. */
  readonly homeUrl: string;
  readonly namespaces: readonly string[];
}

/** Reads the index of the site's REST API; null for an answer that is none. */
export async function readSiteIndex(client: WooClient): Promise<Outcome<SiteIndex | null>> {
  const outcome = await client.getOpenly('/', { _fields: 'name,home,namespaces' });
  return mapValue(outcome, ({ json }) => {
    if (!isRow(json) || !Array.isArray(json.namespaces)) return null;
    const namespaces = json.namespaces.filter((name): name is string => typeof name === 'string');
    const homeUrl = readText(json.home).replace(/\/+$/, '');
    return { name: decodeText(readText(json.name)), homeUrl, namespaces };
  });
}

const TAX = ['tax/woocommerce_prices_include_tax', 'general/woocommerce_calc_taxes'] as const;
const SETTINGS = [...TAX, 'products/woocommerce_manage_stock'] as const;
const MONEY = ['general/woocommerce_currency', 'general/woocommerce_price_num_decimals'] as const;

/** Reads the facts that rules depend on (woocommerce.md 7). */
export async function readStoreFacts(
  client: WooClient,
  siteUrl: string,
  index: SiteIndex | null,
): Promise<Outcome<StoreFacts>> {
  const [status, settings] = await Promise.all([readStatus(client), readSettings(client, SETTINGS)]);
  if (status.kind !== 'done') return status;
  if (settings.kind !== 'done') return settings;
  const { environment, currency, decimals } = status.value;
  const isOn = (name: string): boolean => settings.value.get(name) === 'yes';
  return succeed(
    {
      name: index?.name || siteUrl,
      url: index?.homeUrl || siteUrl,
      storeId: readText(environment.store_id),
      currency: currency.toUpperCase(),
      priceDecimals: decimals,
      pricesIncludeTax: isOn('tax/woocommerce_prices_include_tax'),
      calculatesTaxes: isOn('general/woocommerce_calc_taxes'),
      managesStock: isOn('products/woocommerce_manage_stock'),
      version: readText(environment.version),
    },
    status.requestId,
  );
}

interface StoreStatus {
  readonly environment: WireRow;
  readonly currency: string;
  readonly decimals: number;
}

/** The status report is long work for a shop and fails on some; the settings say the needed part of it. */
async function readStatus(client: WooClient): Promise<Outcome<StoreStatus>> {
  const report = await client.get('/wc/v3/system_status', { _fields: 'environment,settings' });
  if (report.kind === 'authLost') return report;
  const json = report.kind === 'done' && isRow(report.value.json) ? report.value.json : {};
  const environment = isRow(json.environment) ? json.environment : {};
  const settings = isRow(json.settings) ? json.settings : {};
  const currency = readText(settings.currency);
  if (report.kind === 'done' && currency !== '') {
    const decimals = readNumber(settings.number_of_decimals, 2);
    return succeed({ environment, currency, decimals }, report.requestId);
  }
  const money = await readSettings(client, MONEY);
  return mapValue(money, (values) => ({
    environment,
    currency: values.get(MONEY[0]) ?? '',
    decimals: Number(values.get(MONEY[1]) ?? 2),
  }));
}

async function readSettings(
  client: WooClient,
  names: readonly string[],
): Promise<Outcome<Map<string, string>>> {
  const outcomes = await readConcurrently(names, WOO_IN_FLIGHT, (name) =>
    client.get(`/wc/v3/settings/${name}`, { _fields: 'id,value' }),
  );
  return mapValue(outcomes, (answers) => {
    const rows = readRows(answers.map(({ json }) => json));
    return new Map(names.map((name, at) => [name, readText(rows[at]?.value)]));
  });
}

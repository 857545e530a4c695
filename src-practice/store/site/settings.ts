export interface SettingRecord {
  readonly group: string;
  readonly id: string;
  readonly label: string;
  readonly type: 'select' | 'number' | 'checkbox' | 'radio' | 'text';
  readonly fallback: string;
  readonly value: string;
}

/** Whatever keeps the settings, by `group/id`. */
export interface SettingsHolder {
  readonly settings: ReadonlyMap<string, SettingRecord>;
}

/** The settings a store may be opened with. */
export interface SettingValues {
  readonly currency?: string | undefined;
  readonly decimals?: number | undefined;
  readonly pricesIncludeTax?: boolean | undefined;
  readonly calcTaxes?: boolean | undefined;
  readonly manageStock?: boolean | undefined;
  readonly hpos?: boolean | undefined;
  readonly roundAtSubtotal?: boolean | undefined;
}

type Definition = readonly [
  group: string,
  id: string,
  type: SettingRecord['type'],
  fallback: string,
  label: string,
];

const DEFINITIONS: readonly Definition[] = [
  ['general', 'woocommerce_store_address', 'text', '', 'Address line 1'],
  ['general', 'woocommerce_store_city', 'text', '', 'City'],
  ['general', 'woocommerce_store_postcode', 'text', '', 'Postcode / ZIP'],
  ['general', 'woocommerce_default_country', 'select', 'US:CA', 'Country / State'],
  ['general', 'woocommerce_calc_taxes', 'checkbox', 'no', 'Enable taxes'],
  ['general', 'woocommerce_currency', 'select', 'USD', 'Currency'],
  ['general', 'woocommerce_currency_pos', 'select', 'left', 'Currency position'],
  ['general', 'woocommerce_price_thousand_sep', 'text', ',', 'Thousand separator'],
  ['general', 'woocommerce_price_decimal_sep', 'text', '.', 'Decimal separator'],
  ['general', 'woocommerce_price_num_decimals', 'number', '2', 'Number of decimals'],
  ['products', 'woocommerce_weight_unit', 'select', 'lbs', 'Weight unit'],
  ['products', 'woocommerce_dimension_unit', 'select', 'in', 'Dimensions unit'],
  ['products', 'woocommerce_manage_stock', 'checkbox', 'yes', 'Manage stock'],
  ['products', 'woocommerce_hold_stock_minutes', 'number', '60', 'Hold stock (minutes)'],
  ['products', 'woocommerce_notify_low_stock', 'checkbox', 'yes', 'Notifications'],
  ['products', 'woocommerce_notify_no_stock', 'checkbox', 'yes', 'Enable out of stock notifications'],
  ['products', 'woocommerce_notify_low_stock_amount', 'number', '2', 'Low stock threshold'],
  ['products', 'woocommerce_notify_no_stock_amount', 'number', '0', 'Out of stock threshold'],
  ['products', 'woocommerce_hide_out_of_stock_items', 'checkbox', 'no', 'Out of stock visibility'],
  ['products', 'woocommerce_stock_format', 'select', '', 'Stock display format'],
  ['tax', 'woocommerce_prices_include_tax', 'radio', 'no', 'Prices entered with tax'],
  ['tax', 'woocommerce_tax_based_on', 'select', 'shipping', 'Calculate tax based on'],
  ['tax', 'woocommerce_tax_round_at_subtotal', 'checkbox', 'no', 'Rounding'],
  ['advanced', 'woocommerce_api_enabled', 'checkbox', 'no', 'Legacy API'],
  ['advanced', 'woocommerce_custom_orders_table_enabled', 'radio', 'no', 'Order data storage'],
];

/** The settings of a fresh store, with the given values over WooCommerce's defaults. */
export function createSettings(values: SettingValues): Map<string, SettingRecord> {
  const given = new Map<string, string>([
    ['woocommerce_default_country', 'US:NY'],
    ['woocommerce_custom_orders_table_enabled', toAnswer(values.hpos ?? true)],
    ['woocommerce_tax_round_at_subtotal', toAnswer(values.roundAtSubtotal ?? false)],
    ['woocommerce_currency', values.currency ?? 'USD'],
    ['woocommerce_price_num_decimals', String(values.decimals ?? 2)],
    ['woocommerce_calc_taxes', toAnswer(values.calcTaxes ?? true)],
    ['woocommerce_manage_stock', toAnswer(values.manageStock ?? true)],
    ['woocommerce_prices_include_tax', toAnswer(values.pricesIncludeTax ?? false)],
  ]);
  return new Map(
    DEFINITIONS.map(([group, id, type, fallback, label]) => [
      `${group}/${id}`,
      { group, id, label, type, fallback, value: given.get(id) ?? fallback },
    ]),
  );
}

/** A setting's value, '' if the store has no such setting. */
export function readSetting(state: SettingsHolder, path: string): string {
  return state.settings.get(path)?.value ?? '';
}

/** The store-wide switch: when off nothing has managed stock (woocommerce.md 3.1). */
export function isStockManaged(state: SettingsHolder): boolean {
  return readSetting(state, 'products/woocommerce_manage_stock') === 'yes';
}

function toAnswer(isOn: boolean): string {
  return isOn ? 'yes' : 'no';
}

export interface Currency {
  readonly code: string;
  readonly name: string;
  /** An HTML entity, as WooCommerce gives it. */
  readonly symbol: string;
}

/** The currencies of the countries Clover sells in, and a few neighbours. */
const CURRENCIES: readonly Currency[] = [
  { code: 'AUD', name: 'Australian dollar', symbol: '&#36;' },
  { code: 'ARS', name: 'Argentine peso', symbol: '&#36;' },
  { code: 'BHD', name: 'Bahraini dinar', symbol: '.&#x62f;.&#x628;' },
  { code: 'BRL', name: 'Brazilian real', symbol: '&#82;&#36;' },
  { code: 'CAD', name: 'Canadian dollar', symbol: '&#36;' },
  { code: 'CHF', name: 'Swiss franc', symbol: '&#67;&#72;&#70;' },
  { code: 'CLP', name: 'Chilean peso', symbol: '&#36;' },
  { code: 'EUR', name: 'Euro', symbol: '&euro;' },
  { code: 'GBP', name: 'Pound sterling', symbol: '&pound;' },
  { code: 'JPY', name: 'Japanese yen', symbol: '&yen;' },
  { code: 'MXN', name: 'Mexican peso', symbol: '&#36;' },
  { code: 'SEK', name: 'Swedish krona', symbol: '&#107;&#114;' },
  { code: 'USD', name: 'United States (US) dollar', symbol: '&#36;' },
];

const BY_CODE: ReadonlyMap<string, Currency> = new Map(
  CURRENCIES.map((currency) => [currency.code, currency]),
);

/** The currency of a code; an unlisted one is its own name and symbol. */
export function findCurrency(code: string): Currency {
  return BY_CODE.get(code) ?? { code, name: code, symbol: code };
}

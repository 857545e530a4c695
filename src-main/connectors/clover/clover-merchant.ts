import type { Outcome } from '../../domain/outcome.ts';
import type { TillFacts } from '../../domain/till-catalog.ts';
import { reject, succeed } from '../outcomes.ts';
import { isRow, readText, type WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';

/**
 * Reads the merchant and the properties that rules depend on. The properties hold bank account numbers too
 * (clover.md 10): only the named fields ever leave this function.
 */
export async function readTillFacts(client: CloverClient): Promise<Outcome<TillFacts>> {
  const [merchant, properties] = await Promise.all([readMerchant(client), client.get('/properties')]);
  if (merchant.kind !== 'done') return merchant;
  if (properties.kind !== 'done') return properties;
  const { json } = properties.value;
  if (!isRow(json)) return reject('CLOVER_NOT_CLOVER', 200);
  const { value: row } = merchant;
  const address = isRow(row.address) ? row.address : {};
  const locale = readLocale(readText(json.locale));
  return succeed(
    {
      merchantId: readText(row.id),
      name: readText(row.name),
      currency: (readText(json.defaultCurrency) || readText(row.defaultCurrency)).toUpperCase(),
      timezone: readText(json.timezone),
      country: readText(address.country),
      ...(locale === null ? {} : { locale }),
      pricesIncludeTax: json.vat === true,
      tracksStock: json.trackStock === true,
      updatesStock: json.updateStock === true,
      ...(json.autoPrint === true ? { printsByItself: true } : {}),
    },
    merchant.requestId,
  );
}

/** Clover writes `en_US` or `en-US` (clover.md 10). @returns BCP 47, or null where it is none */
function readLocale(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The merchant with its address, or without where the token may not expand it (clover.md 3.2). */
async function readMerchant(client: CloverClient): Promise<Outcome<WireRow>> {
  const full = await client.get('', { expand: 'address' });
  const outcome = full.kind === 'rejected' && full.status === 403 ? await client.get('') : full;
  if (outcome.kind !== 'done') return outcome;
  const { json } = outcome.value;
  // Every merchant has an id; what answers without one is not Clover.
  return isRow(json) && readText(json.id) !== ''
    ? succeed(json, outcome.requestId)
    : reject('CLOVER_NOT_CLOVER', 200);
}

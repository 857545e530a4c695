import type { Row } from '../../modifier-adapters/loose-values.ts';
import { PRODUCT_ADD_ONS } from '../../modifier-adapters/product-add-ons.ts';
import type { ChoiceContext } from './choice-context.ts';
import {
  type ChoiceDraft,
  draftChoice,
  type FormatReading,
  perLine,
  perUnit,
  type RawPrice,
  readTimes,
} from './choice-draft.ts';
import { readEntries } from './entry-list.ts';
import type { LineView } from './line-view.ts';
import { readText } from './meta-text.ts';
import { keyName } from './name-key.ts';
import { readMils, splitPrice } from './price-text.ts';

/**
 * WooCommerce Product Add-Ons, `_pao_ids` in its three ages (modifiers.md 1.6): with raw values and prices
 * since 6.9, with names and ids only since 6.4, and before that with prices in the names.
 */
export function readProductAddOns(view: LineView): FormatReading {
  const say = (entry: Row): string[] =>
    [entry.value, entry.raw_value].map((text) => stripPrice(readText(text), view.context));
  return { source: 'product-add-ons', ...readEntries(view, '_pao_ids', readEntry, say) };
}

function readEntry(row: Row, context: ChoiceContext): ChoiceDraft | null {
  const { digits, known } = context;
  const key = splitPrice(readText(row.key), digits, known.hasName);
  const shown = splitPrice(readText(row.value), digits, known.hasModifier);
  const label = chooseLabel(shown.text, readText(row.raw_value));
  if (key.text === '' && label === '') return null;
  const number = PRODUCT_ADD_ONS.readGroup({ id: row.id }, digits).number;
  const groupId = number === null ? null : (known.idByNumber.get(number) ?? null);
  const price = row.raw_price === undefined ? perUnit(key.mils ?? shown.mils) : readRawPrice(row, digits);
  const times = countMultiplier(row, key.text, context);
  const group = key.text;
  if (times === null) return draftChoice({ group, label, price, groupId });
  return draftChoice({ group, label: group, price, groupId, times });
}

/** What the customer saw, where the plugin keeps something else for itself (a date, a file). */
function chooseLabel(shown: string, raw: string): string {
  return raw !== '' && (shown === '' || keyName(shown).includes(keyName(raw))) ? raw : shown;
}

const stripPrice = (text: string, { digits, known }: ChoiceContext): string =>
  splitPrice(text, digits, known.hasModifier).text;

function readRawPrice(row: Row, digits: number): RawPrice | null {
  if (row.price_type === 'percentage_based') {
    const percent = Number(row.raw_price);
    return Number.isFinite(percent) && Math.abs(percent) < 1e6 ? { per: 'percent', percent } : null;
  }
  const mils = readMils(row.raw_price, digits);
  return row.price_type === 'flat_fee' ? perLine(mils) : perUnit(mils);
}

/**
 * A multiplier is a group for one option: its value is a number of times, as a number, and its price the
 * price of all of them. A price typed by the customer is the same number twice.
 */
function countMultiplier(row: Row, name: string, { known }: ChoiceContext): number | null {
  if (typeof row.raw_value !== 'number' || name === '') return null;
  const isTypedPrice = Number(row.raw_price) === row.raw_value && !known.hasModifier(name);
  return isTypedPrice ? null : readTimes(row.raw_value);
}

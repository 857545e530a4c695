import type { Row } from '../../modifier-adapters/loose-values.ts';
import { WOOCOMMERCE_FOOD } from '../../modifier-adapters/woocommerce-food.ts';
import type { ChoiceContext } from './choice-context.ts';
import {
  type ChoiceDraft,
  draftChoice,
  type FormatReading,
  perLine,
  perUnit,
  readTimes,
} from './choice-draft.ts';
import { readEntries } from './entry-list.ts';
import type { LineView } from './line-view.ts';
import { readText } from './meta-text.ts';
import { readMils } from './price-text.ts';

/** WooCommerce Food by Ex-Themes: `_exoptions` (modifiers.md 2.3). */
export function readWooCommerceFood(view: LineView): FormatReading {
  const say = (entry: Row): string[] => [readText(entry.value)];
  return { source: 'woocommerce-food', ...readEntries(view, '_exoptions', readEntry, say) };
}

function readEntry(row: Row, { digits, known }: ChoiceContext): ChoiceDraft | null {
  const group = readText(row.name);
  const label = readText(row.value);
  if (group === '' && label === '') return null;
  const mils = readMils(row.price, digits);
  const price = row.type_of_price === 'fixed' ? perLine(mils) : perUnit(mils);
  const number = WOOCOMMERCE_FOOD.readGroup({ _id: row._id }, digits).number;
  const groupId = number === null ? null : (known.idByNumber.get(number) ?? null);
  // Some shops add the till's own id as `sku` (modifiers.md 2.3).
  const modifierId = typeof row.sku === 'string' && known.modifierIds.has(row.sku) ? row.sku : null;
  const isText = row._type === 'text' || row._type === 'textarea';
  const times = row._type === 'quantity' && group !== '' ? readTimes(row.value) : null;
  if (times === null) return draftChoice({ group, label, price, modifierId, groupId, isText });
  return draftChoice({ group, label: group, price, modifierId, groupId, times });
}

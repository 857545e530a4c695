import { isRow } from '../../modifier-adapters/loose-values.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit, type Saying } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { listEntries, readText } from './meta-text.ts';
import { keyName } from './name-key.ts';
import { readPieces } from './visible-row.ts';

/** Rows of one name that are looked through for a field. */
const MOST_ROWS = 20;

/** Advanced Product Fields: `_wapf_meta` names the fields, the visible rows have the prices (modifiers.md 4). */
export function readAdvancedProductFields(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  const sayings: Saying[] = [];
  const strays: string[] = [];
  const fields = view.readHidden('_wapf_meta').flatMap((value) => {
    if (typeof value !== 'object') return [value];
    return listEntries(isRow(value) && typeof value.fields === 'object' ? value.fields : value);
  });
  for (const field of fields) {
    const group = isRow(field) ? readText(field.label) : '';
    const texts = isRow(field)
      ? (Array.isArray(field.value) ? field.value : [field.value]).map(readText)
      : [];
    if (!isRow(field) || (group === '' && texts.every((text) => text === ''))) {
      strays.push(readText(field));
      continue;
    }
    const expected = Array.isArray(field.raw) ? field.raw.length : 1;
    const text = texts.join(', ');
    const shown = findShown(view.findTexts(group), text) ?? text;
    sayings.push({ name: group, text: shown });
    for (const piece of readPieces(shown, Math.max(expected, texts.length), view.context)) {
      drafts.push(draftChoice({ group, label: piece.text, price: perUnit(piece.mils) }));
    }
  }
  return { source: 'advanced-product-fields', drafts, sayings, strays };
}

/** The visible row of a field: the same text, perhaps with prices between. */
function findShown(shown: readonly string[], text: string): string | undefined {
  const [first = ''] = keyName(text).split(/, | \(/);
  return shown.slice(0, MOST_ROWS).find((row) => keyName(row).startsWith(first));
}

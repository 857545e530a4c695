import { isRow } from '../../modifier-adapters/loose-values.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit, type Saying } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { readText } from './meta-text.ts';
import { readPieces } from './visible-row.ts';

/** PPOM: `_ppom_fields` by data name; the visible rows have the same names with a label beside it, and the prices (modifiers.md 4). */
export function readPpom(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  const sayings: Saying[] = [];
  const strays: string[] = [];
  for (const value of view.readHidden('_ppom_fields')) {
    const fields = isRow(value) && typeof value.fields === 'object' ? value.fields : value;
    if (!isRow(fields)) {
      strays.push(readText(fields));
      continue;
    }
    for (const [name, chosen] of Object.entries(fields)) {
      const dataName = readText(name);
      const group = view.findLabel(name);
      const shown = view.findTexts(dataName);
      // `id` is the number of the form itself.
      if (shown.length === 0 && (name === 'id' || readText(chosen) === '')) continue;
      const values = Array.isArray(chosen) ? chosen.map(readText) : [readText(chosen)];
      const texts = shown.length > 0 ? shown : values;
      for (const text of texts) {
        sayings.push({ name: dataName, text });
        for (const piece of readPieces(text, values.length, view.context)) {
          drafts.push(draftChoice({ group, label: piece.text, price: perUnit(piece.mils) }));
        }
      }
    }
  }
  return { source: 'ppom', drafts, sayings, strays };
}

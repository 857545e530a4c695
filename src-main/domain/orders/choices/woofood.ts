import { isRow, type Row } from '../../modifier-adapters/loose-values.ts';
import type { ChoiceContext } from './choice-context.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { listEntries, readJson, readText } from './meta-text.ts';
import { readMils } from './price-text.ts';

/** WooFood by WPSlash: `woofood_meta`, one JSON text; before that `extra_options` as a list (modifiers.md 3). */
export function readWooFood(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  const strays: string[] = [];
  for (const value of view.readHidden('woofood_meta')) {
    if (!isRow(value)) {
      strays.push(readText(value));
      continue;
    }
    readOptions(readJson(value.extra_options), view.context, drafts, strays);
    const comments = readText(value.additional_comments);
    if (comments !== '')
      drafts.push(draftChoice({ group: '', label: comments, price: perUnit(0), isText: true }));
  }
  for (const value of view.readHidden('extra_options')) readOptions(value, view.context, drafts, strays);
  return { source: 'woofood', drafts, sayings: [], strays };
}

function readOptions(value: unknown, context: ChoiceContext, drafts: ChoiceDraft[], strays: string[]): void {
  const sections = isRow(value)
    ? Object.entries(value)
    : listEntries(value).map((entry) => ['', entry] as const);
  if (sections.length === 0) strays.push(readText(value));
  let section = '';
  for (const [name, inner] of sections) {
    if (!/^\d*$/.test(name)) section = readText(name);
    const options =
      isRow(inner) && 'name' in inner ? [inner] : typeof inner === 'object' ? listEntries(inner) : [inner];
    for (const option of options) {
      if (!isRow(option)) {
        strays.push(readText(option));
      } else if (isMarker(option, name)) {
        section = readMarker(option);
      } else {
        const draft = readOption(option, section, context);
        if (draft) drafts.push(draft);
        else strays.push(readText(option));
      }
    }
  }
}

function readOption(row: Row, section: string, { digits }: ChoiceContext): ChoiceDraft | null {
  const label = readText(row.name);
  if (label === '') return null;
  const price = perUnit(readMils(row.price_float ?? row.price, digits));
  return draftChoice({ group: readText(row.category) || section, label, price });
}

/** In the old list a row named `cat` begins a group; in the new form an option may have that name. */
const isMarker = (row: Row, place: string): boolean =>
  row.name === 'cat' && row.price_float === undefined && /^\d*$/.test(place) && readMarker(row) !== '';
const readMarker = (row: Row): string => readText(row.category ?? row.value ?? row.price);

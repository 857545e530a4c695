import { isRow, type Row } from '../../modifier-adapters/loose-values.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit, readTimes } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { listEntries, listKept, readText } from './meta-text.ts';
import { readMils } from './price-text.ts';

/** Deeper than these plugins' sections, fields and rows of fields. */
const MOST_DEPTH = 6;

/** Extra Product Options by ThemeComplete and Acowebs' fields: their visible rows may be switched off (modifiers.md 4). */
export function readOtherPlugins(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  for (const entry of view.readHidden('_tmcartepo_data').flatMap((value) => listKept(value, 'value'))) {
    if (isRow(entry)) addDraft(drafts, entry, readText(entry.name), view);
  }
  for (const value of view.readHidden('_WCPA_order_meta_data')) {
    for (const field of listFields(value)) addDraft(drafts, field, readText(field.label), view);
  }
  const sayings = drafts.map(({ group, label }) => ({ name: group, text: label }));
  return { source: 'plain', drafts, sayings, strays: [] };
}

function addDraft(drafts: ChoiceDraft[], row: Row, group: string, { context }: LineView): void {
  const label = readText(row.value);
  if (label === '') return;
  const times = readTimes(row.quantity) ?? 1;
  drafts.push(draftChoice({ group, label, price: perUnit(readMils(row.price, context.digits)), times }));
}

/** Objects with a label and a value, wherever they stand in the sections. */
function listFields(value: unknown): readonly Row[] {
  let level: readonly unknown[] = [value];
  const fields: Row[] = [];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth += 1) {
    const found = level.filter((entry) => isRow(entry) && 'label' in entry && 'value' in entry).filter(isRow);
    for (const field of found) fields.push(field);
    const known = new Set<unknown>(found);
    level = level.filter((entry) => !known.has(entry)).flatMap(listEntries);
  }
  return fields;
}

import { isRow } from '../../modifier-adapters/loose-values.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit, readTimes } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { listKept, readText } from './meta-text.ts';
import { MILS } from './price-text.ts';

/** Our own line meta: Clover's ids, prices in minor units (modifiers.md 6.2). */
export const OWN_CHOICES_META = '_tillbridge_choices';

/** What our own meta says of a line. */
export function readOwnChoices(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  const strays: string[] = [];
  for (const entry of view.readHidden(OWN_CHOICES_META).flatMap((value) => listKept(value, 'name'))) {
    const draft = isRow(entry) ? readEntry(entry) : null;
    if (draft) drafts.push(draft);
    else strays.push(readText(entry));
  }
  const sayings = drafts.map(({ group, label }) => ({ name: group, text: label }));
  return { source: 'own', drafts, sayings, strays };
}

function readEntry(row: Readonly<Record<string, unknown>>): ChoiceDraft | null {
  const label = readText(row.name);
  const modifierId = readId(row.id);
  if (label === '' && modifierId === null) return null;
  const times = readTimes(row.times) ?? 1;
  const cents = row.price_cents;
  const isPrice = typeof cents === 'number' && Number.isSafeInteger(cents) && Math.abs(cents) < 1e9;
  return draftChoice({
    group: readText(row.group),
    label,
    price: perUnit(isPrice ? cents * MILS * times : null),
    times,
    modifierId,
    groupId: readId(row.group_id),
  });
}

const readId = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9A-Za-z]{1,32}$/.test(value) ? value : null;

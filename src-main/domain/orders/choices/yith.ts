import { isRow, type Row } from '../../modifier-adapters/loose-values.ts';
import { type ChoiceDraft, draftChoice, type FormatReading, perUnit, type Saying } from './choice-draft.ts';
import type { LineView } from './line-view.ts';
import { readText } from './meta-text.ts';
import { keyName } from './name-key.ts';
import { splitPrice } from './price-text.ts';
import { readPieces } from './visible-row.ts';

/**
 * YITH Product Add-ons: `_ywapo_meta_data` has values by add-on and option number; the names and prices of
 * older versions stand in the visible rows only (modifiers.md 4).
 */
export function readYith(view: LineView): FormatReading {
  const drafts: ChoiceDraft[] = [];
  const sayings: Saying[] = [];
  const strays: string[] = [];
  const shown = listShown(view);
  const unnamed = groupShown(shown, ({ text }) => keyName(text));
  const named = groupShown(shown, ({ group, text }) => `${keyName(group)}\n${keyName(text)}`);
  for (const value of view.readHidden('_ywapo_meta_data').flatMap(listValues)) {
    const label = isRow(value) ? readText(value.display_label) : '';
    const isNamed = isRow(value) && label !== '';
    const text = readText(isNamed ? (value.display_value ?? value.addon_value ?? value.value) : value);
    const told = splitPrice(text, view.context.digits, view.context.known.hasModifier);
    const key = keyName(told.text);
    const row = (isNamed ? named.get(`${keyName(label)}\n${key}`) : unnamed.get(key))?.next().value;
    const group = isNamed ? label : row?.group;
    if (group === undefined) {
      strays.push(text);
      continue;
    }
    drafts.push(draftChoice({ group, label: told.text, price: perUnit(told.mils ?? row?.mils ?? null) }));
    sayings.push({ name: group, text: told.text });
  }
  // A value that no visible row has is an option's number or a switch while other rows say what was chosen.
  return {
    source: 'yith',
    drafts,
    sayings,
    strays: view.visible.length > 0 ? strays.filter(isWords) : strays,
  };
}

interface Shown {
  readonly group: string;
  readonly text: string;
  readonly mils: number | null;
}

/** What visible rows name. */
const listShown = ({ visible, context }: LineView): readonly Shown[] =>
  visible.flatMap((row) =>
    readPieces(row.text, 0, context).map(({ text, mils }) => ({ group: row.name.text, text, mils })),
  );

/** Each is taken once: two add-ons may offer options of one name. */
function groupShown(
  shown: readonly Shown[],
  makeKey: (shown: Shown) => string,
): ReadonlyMap<string, Iterator<Shown, undefined>> {
  const lists = new Map<string, Shown[]>();
  for (const one of shown) {
    const list = lists.get(makeKey(one));
    if (list) list.push(one);
    else lists.set(makeKey(one), [one]);
  }
  return new Map([...lists].map(([key, list]) => [key, list.values()]));
}

const isWords = (text: string): boolean => !/^(?:\d{0,6}|on|yes|true)$/i.test(text);

/** Values under names like `12-3`: each alone in its entry, or all in one. */
function listValues(value: unknown): readonly unknown[] {
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry: unknown) =>
    isRow(entry) && !isNamedValue(entry) ? Object.values(entry) : [entry],
  );
}

const isNamedValue = (row: Row): boolean => 'display_label' in row;

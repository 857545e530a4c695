import type { ChoiceSource } from '../choice.ts';
import type { ChoiceContext } from './choice-context.ts';
import { type ChoiceDraft, draftChoice, perUnit, readTimes, type Saying } from './choice-draft.ts';
import { keyName } from './name-key.ts';
import { type PricedText, readBarePrice } from './price-text.ts';
import { readPieces, type VisibleRow } from './visible-row.ts';

/** Above this a row is only looked up whole among what was said. */
const MOST_PIECES = 60;

/**
 * Which plugin wrote visible rows without hidden meta: Product Add-Ons before 6.4 has the price in the
 * name, `Size ($2.50)`, WooCommerce Food with a sign, `Size (+$2.50)` (modifiers.md 1.6, 2.3).
 */
export function nameSource(rows: readonly VisibleRow[]): ChoiceSource {
  const priced = rows.filter(({ name }) => name.mils !== null);
  if (priced.some(({ name }) => name.sign !== '')) return 'woocommerce-food';
  return priced.length > 0 ? 'product-add-ons' : 'plain';
}

/** What visible rows say was chosen. */
export function readVisibleChoices(
  rows: readonly VisibleRow[],
  source: ChoiceSource,
  context: ChoiceContext,
): readonly ChoiceDraft[] {
  // Where the others have their price in the name, a bare name is a free choice.
  const free = source === 'product-add-ons' ? 0 : null;
  return rows.flatMap((row) => readRow(row, free, context));
}

function readRow(row: VisibleRow, free: number | null, context: ChoiceContext): readonly ChoiceDraft[] {
  const { name, keyText, text } = row;
  const times = name.sign === 'x' ? readTimes(text) : null;
  if (times !== null)
    return [draftChoice({ group: name.text, label: name.text, price: perUnit(name.mils), times })];
  const named = readNamedByKey(row, context);
  if (named) return [named];
  const pieces: readonly PricedText[] = readPieces(text, 0, context);
  const isPricedInside = pieces.some(({ mils }) => mils !== null);
  if (name.mils === null || (pieces.length === 1 && !isPricedInside)) {
    return pieces.map((piece) =>
      draftChoice({ group: name.text, label: piece.text, price: perUnit(piece.mils ?? name.mils ?? free) }),
    );
  }
  // Two prices, or one for several choices: nobody can say whose it is, so it stays where it was read.
  return [draftChoice({ group: keyText, label: text })];
}

/** `Add-on: Bacon` with `+ $2.50` beside it: the choice stands in the name, where a known one does. */
function readNamedByKey({ name, keyText, text }: VisibleRow, { digits, known }: ChoiceContext) {
  const mils = name.mils === null ? readBarePrice(text, digits) : null;
  if (mils === null) return null;
  const at = keyText.indexOf(': ');
  const label = [keyText, keyText.slice(at + 2)].find(known.hasModifier);
  if (label === undefined) return null;
  const group = label === keyText ? '' : keyText.slice(0, at);
  return draftChoice({ group, label, price: perUnit(mils) });
}

/** Tells visible rows that repeat hidden meta from those that say something else. */
export function findUnsaid(
  rows: readonly VisibleRow[],
  sayings: readonly Saying[],
  context: ChoiceContext,
): readonly VisibleRow[] {
  const said = new Map<string, Set<string>>();
  for (const { name, text } of sayings) {
    const texts = said.get(keyName(name)) ?? new Set<string>();
    said.set(keyName(name), texts.add(text).add(keyName(text)));
  }
  return rows.filter((row) => {
    const texts = said.get(keyName(row.name.text)) ?? said.get(keyName(row.keyText));
    return texts === undefined || !isSaid(row.text, texts, context);
  });
}

function isSaid(text: string, texts: ReadonlySet<string>, context: ChoiceContext): boolean {
  if (texts.has(text) || hasKey(texts, text)) return true;
  if (readPieces(text, 0, context).every((piece) => hasKey(texts, piece.text))) return true;
  const parts = text.split(', ', MOST_PIECES + 1);
  if (parts.length > MOST_PIECES) return false;
  return parts.every((part) => readPieces(part, 0, context).every((piece) => hasKey(texts, piece.text)));
}

/** A long text is the same only to the letter: its key is cut. */
const hasKey = (texts: ReadonlySet<string>, text: string): boolean =>
  texts.has(text) || (text.length <= 1_000 && texts.has(keyName(text)));

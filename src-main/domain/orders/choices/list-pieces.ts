import type { KnownGroups } from './known-groups.ts';
import { type PricedText, splitPrice } from './price-text.ts';

/** More parts than this are a text, no list of choices. */
const MOST_PARTS = 60;
const LONGEST_LIST = 2_000;

/**
 * Takes a list of choices in one text apart, `Bacon (+$1.25), Cheese`: only where each part is a known
 * modifier or carries a price, or where there are as many as are expected, since labels contain commas.
 * @param expected number of choices that hidden meta says; 0 where it says none
 */
export function listPieces(
  text: string,
  expected: number,
  digits: number,
  known: KnownGroups,
): readonly PricedText[] {
  const split = (part: string): PricedText => splitPrice(part, digits, known.hasModifier);
  const whole = split(text);
  if (text.length > LONGEST_LIST) return [whole];
  const parts = text.split(', ');
  if (parts.length < 2 || parts.length > MOST_PARTS || known.hasModifier(whole.text)) return [whole];
  const joined = joinKnown(parts, split, known);
  if (joined) return joined;
  const pieces = parts.map(split);
  if (pieces.every(({ mils }) => mils !== null)) return pieces;
  return parts.length === expected ? pieces : [whole];
}

/** Longest known labels first: `Salt, pepper` may be one. */
function joinKnown(
  parts: readonly string[],
  split: (part: string) => PricedText,
  known: KnownGroups,
): readonly PricedText[] | null {
  const pieces: PricedText[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    let piece = split(parts.slice(from, to).join(', '));
    while (to > from && !known.hasModifier(piece.text)) {
      to -= 1;
      piece = split(parts.slice(from, to).join(', '));
    }
    if (to === from) return null;
    pieces.push(piece);
    from = to;
  }
  return pieces;
}

import type { Choice } from '../choice.ts';
import type { WebOrderLine } from '../web-order.ts';
import type { ChoiceContext } from './choice-context.ts';
import { type ChoiceDraft, MOST_TIMES } from './choice-draft.ts';
import { MILS } from './price-text.ts';

/** Less than any share of a cent that could be meant: undoes the error of a division. */
const TINY = 1e-6;

/**
 * Gives each choice its amount for one unit of the line and for one of its times, rounded down to whole
 * minor units. What is lost by that is in no choice: it stays in the line's amount, and so in what is left
 * for the units themselves, which therefore never becomes negative by rounding.
 */
export function settleDrafts(
  drafts: readonly ChoiceDraft[],
  line: WebOrderLine,
  context: ChoiceContext,
): readonly Choice[] {
  const units = countUnits(line);
  const ownMils = findOwnPrice(drafts, line, context);
  return mergeSame(
    drafts.map(({ price, ...rest }) => {
      if (price === null) return { ...rest, unitAmount: null };
      const mils =
        price.per === 'percent' ? (ownMils === null ? null : (ownMils * price.percent) / 100) : price.mils;
      if (mils === null) return { ...rest, unitAmount: null };
      const pieces = rest.times * (price.per === 'line' ? units : 1);
      return { ...rest, unitAmount: Math.floor(mils / (MILS * pieces) + TINY) + 0 };
    }),
  );
}

/** A line without a usable quantity counts as one unit. */
const countUnits = ({ quantity }: WebOrderLine): number =>
  Number.isFinite(quantity) && quantity > 0 ? quantity : 1;

/** The price of one unit without its choices: percentages are of it (modifiers.md 1.1). */
function findOwnPrice(
  drafts: readonly ChoiceDraft[],
  line: WebOrderLine,
  context: ChoiceContext,
): number | null {
  const units = countUnits(line);
  const lineAmount = line.subtotalAmount + (context.pricesIncludeTax ? line.subtotalTaxAmount : 0);
  let mils = (lineAmount * MILS) / units;
  let percent = 100;
  for (const { price } of drafts) {
    if (price === null) return null;
    if (price.per === 'percent') percent += price.percent;
    else mils -= price.per === 'line' ? price.mils / units : price.mils;
  }
  const own = (mils * 100) / percent;
  return percent > 0 && Number.isFinite(own) ? own : null;
}

/** The same option at the same price twice is one choice of two. */
function mergeSame(choices: readonly Choice[]): readonly Choice[] {
  const merged: Choice[] = [];
  const places = new Map<string, number>();
  for (const choice of choices) {
    const { group, label, unitAmount, modifierId, groupId, isText } = choice;
    const key = JSON.stringify([group, label, unitAmount, modifierId, groupId]);
    const at = places.get(key) ?? -1;
    const before = merged[at];
    if (before && !isText && !before.isText && before.times + choice.times <= MOST_TIMES) {
      merged[at] = { ...before, times: before.times + choice.times };
    } else {
      places.set(key, merged.push(choice) - 1);
    }
  }
  return merged;
}

/** What the choices with a known price come to for one unit of the line. */
export const sumChoices = (choices: readonly Choice[]): number =>
  choices.reduce((sum, { unitAmount, times }) => sum + (unitAmount ?? 0) * times, 0);

import { createFailure, type Failure, type FailureCode } from '../../failure.ts';
import { formatDecimal } from '../../money.ts';
import type { TillModifier, TillModifierGroup } from '../../till-catalog.ts';
import type { Choice, ChoiceSource } from '../choice.ts';
import type { ChoiceKnowledge } from './choice-knowledge.ts';

/** Something about a line's choices that a person should hear of. */
export interface ChoiceFinding {
  readonly failure: Failure;
  /** Money or food may be wrong: flagged before the order prints. */
  readonly isFlagged: boolean;
}

/** Without a price that the store was given, less than this share of the till's is taken for forged. */
const FORGED_SHARE = 0.5;

/** What is to be said of a choice that is this modifier. */
export function checkChoice(
  choice: Choice,
  source: ChoiceSource,
  modifier: TillModifier,
  group: TillModifierGroup,
  knowledge: ChoiceKnowledge,
): readonly ChoiceFinding[] {
  const facts = { choice: modifier.name, group: group.name };
  const findings: ChoiceFinding[] = [];
  if (!modifier.isAvailable) {
    findings.push({ failure: createFailure('ORDER_CHOICE_UNAVAILABLE', facts), isFlagged: true });
  }
  const code = judgePrice(choice.unitAmount, source, modifier, knowledge);
  if (code !== null) {
    const charged = formatDecimal(choice.unitAmount ?? 0, knowledge.digits);
    const expected = formatDecimal(modifier.priceAmount, knowledge.digits);
    const isFlagged = code === 'ORDER_CHOICE_PRICE_FORGED';
    findings.push({ failure: createFailure(code, { ...facts, charged, expected }), isFlagged });
  }
  return findings;
}

function judgePrice(
  amount: number | null,
  source: ChoiceSource,
  { id, priceAmount }: TillModifier,
  { storeAmounts, quantity }: ChoiceKnowledge,
): FailureCode | null {
  const given = storeAmounts.get(id) ?? [];
  if (amount === null || amount === priceAmount || given.includes(amount)) return null;
  const least = given.length > 0 ? Math.min(...given) : priceAmount * FORGED_SHARE;
  if (amount >= priceAmount || amount >= least) return 'ORDER_CHOICE_PRICE_DRIFTED';
  return isShare(amount, source, [priceAmount, ...given], quantity)
    ? 'ORDER_CHOICE_PRICE_DRIFTED'
    : 'ORDER_CHOICE_PRICE_FORGED';
}

/** A price once a line comes as a share of it for each unit; WooFood has none, and takes any price it is sent (modifiers.md 3). */
const isShare = (
  amount: number,
  source: ChoiceSource,
  prices: readonly number[],
  quantity: number,
): boolean =>
  source !== 'woofood' && quantity > 1 && prices.some((price) => Math.floor(price / quantity) === amount);

/** Too many or too few of a group; no more are asked for than can be chosen, as in the store. */
export function checkCount(
  group: TillModifierGroup,
  count: number,
  { isStoreTold }: ChoiceKnowledge,
): readonly ChoiceFinding[] {
  const max = group.maxAllowed ?? 0;
  const min = Math.min(group.minRequired, group.modifiers.filter(({ isAvailable }) => isAvailable).length);
  const facts = { group: group.name, chosen: count };
  if (max > 0 && count > max) {
    return [{ failure: createFailure('ORDER_CHOICE_TOO_MANY', { ...facts, limit: max }), isFlagged: true }];
  }
  if (isStoreTold && count < min) {
    return [{ failure: createFailure('ORDER_CHOICE_TOO_FEW', { ...facts, limit: min }), isFlagged: true }];
  }
  return [];
}

/** No fact tells what was chosen: it may be a text that the customer typed. */
export const findUnknown = (group: string): ChoiceFinding => ({
  failure: createFailure('ORDER_CHOICE_UNKNOWN', { group: group.slice(0, 100) }),
  isFlagged: false,
});

import type { TicketInput } from './ticket-input.ts';
import { LONGEST_NAME, type MatchedChoice } from './ticket-input.ts';
import { cleanLine, cutText } from './ticket-text.ts';
import type { TicketModification } from './till-ticket.ts';

/** How the amounts of choices become those of the ticket: the store may keep them with tax, the till without. */
export interface AmountScale {
  readonly times: number;
  readonly by: number;
}

const MOST_REPEATS = 20;
const PLAIN: AmountScale = { times: 1, by: 1 };

/** The choices of one unit, before their sum is held against its price. */
export function listModifications(
  choices: readonly MatchedChoice[],
  modifiers: TicketInput['modifiers'],
  scale: AmountScale = PLAIN,
): TicketModification[] {
  return choices.filter(isModification).flatMap((matched) => {
    const own = matched.modifierId === null ? undefined : modifiers.get(matched.modifierId)?.priceAmount;
    return makeModifications(matched, own, scale);
  });
}

/** What is told in words: texts that the customer typed, and choices that match no modifier. */
export const listChoiceNotes = (choices: readonly MatchedChoice[]): string[] =>
  choices
    .filter((matched) => !isModification(matched))
    .map(({ choice }) => {
      const label = `${choice.times > 1 ? `${choice.times} x ` : ''}${cleanLine(choice.label)}`;
      const group = cleanLine(choice.group);
      return group === '' ? label : `${group}: ${label}`;
    })
    .filter((note) => note !== '');

const isModification = ({ choice, modifierId }: MatchedChoice): boolean =>
  !choice.isText && modifierId !== null;

function makeModifications(
  { choice, modifierId, name }: MatchedChoice,
  own: number | undefined,
  scale: AmountScale,
): TicketModification[] {
  const times = Math.min(MOST_REPEATS, Math.max(1, Math.round(choice.times)));
  const words = cleanLine(name) || cleanLine(choice.label) || cleanLine(choice.group) || 'Choice';
  const label = cutText(words, LONGEST_NAME);
  const told = choice.unitAmount === null ? null : Math.round((choice.unitAmount * scale.times) / scale.by);
  // The till copies a modifier's own name and price (clover.md 7.3): named by id only where that price is meant.
  if (own !== undefined && agrees(told, own, scale)) {
    return Array.from({ length: times }, () => ({ modifierId, name: label, amount: own }));
  }
  // A modifier never has a negative price (clover.md 6.5): a reduction is in the price of the line.
  const amount = Math.max(0, told ?? 0);
  return Array.from({ length: times }, () => ({ modifierId: null, name: label, amount }));
}

/** Converted from prices of the other kind, a cent may be lost. */
const agrees = (told: number | null, own: number, scale: AmountScale): boolean =>
  told === null || Math.abs(told - own) <= (scale.times === scale.by ? 0 : 1);

/**
 * Holds the choices within the price of their unit: where they cost more than all of it, the last ones are
 * lowered, by name since the till would copy a modifier's own price. The unit's own price is then nothing,
 * and their sum is what the store took.
 */
export function fitModifications(
  modifications: readonly TicketModification[],
  unitAmount: number,
): {
  readonly priceAmount: number;
  readonly modifications: TicketModification[];
  readonly isLowered: boolean;
} {
  const choicesAmount = modifications.reduce((sum, { amount }) => sum + amount, 0);
  let excess = choicesAmount - unitAmount;
  if (excess <= 0)
    return { priceAmount: unitAmount - choicesAmount, modifications: [...modifications], isLowered: false };
  const fitted = modifications.toReversed().map((modification) => {
    const taken = Math.min(excess, modification.amount);
    excess -= taken;
    return taken === 0
      ? modification
      : { modifierId: null, name: modification.name, amount: modification.amount - taken };
  });
  return { priceAmount: 0, modifications: fitted.reverse(), isLowered: true };
}

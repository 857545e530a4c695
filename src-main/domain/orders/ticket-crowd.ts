import { createFailure } from '../failure.ts';
import { listChoiceNotes } from './ticket-choices.ts';
import { LONGEST_LINE_NOTE, LONGEST_NAME, MOST_LINES, type TicketInput } from './ticket-input.ts';
import { countDropped, nameLine, type PlannedLine, readLineMoney } from './ticket-lines.ts';
import { splitAmount, sumShares } from './ticket-shares.ts';
import { cleanLine, cutText, splitText } from './ticket-text.ts';
import type { TicketLine } from './till-ticket.ts';

/** Room is left for fees, taxes and texts. */
const MOST_PRODUCT_LINES = MOST_LINES - 300;

/** Whether one line for each unit would be more than the till takes. */
export const isCrowded = (input: TicketInput): boolean =>
  input.order.lines.reduce((sum, line) => sum + readLineMoney(line, input).keptUnits, 0) > MOST_PRODUCT_LINES;

/**
 * An order of more units than the till takes lines: each of the store's lines in words with the money of all
 * its units, and several of them in one where there are that many lines too.
 */
export function planCrowd(input: TicketInput): PlannedLine {
  const entries = input.order.lines.map((line) => readEntry(line, input)).filter(({ kept }) => kept > 0);
  const parts = Math.min(entries.length, MOST_PRODUCT_LINES);
  const sizes = parts === 0 ? [] : splitAmount(entries.length, parts);
  let from = 0;
  const lines = sizes.map((size) => {
    const group = entries.slice(from, from + size);
    from += size;
    return makeCrowdLine(group);
  });
  const all = input.order.lines.map((line) => readEntry(line, input));
  const sum = (read: (entry: (typeof all)[number]) => number) =>
    all.reduce((total, entry) => total + read(entry), 0);
  const facts = { lines: MOST_LINES };
  return {
    lines,
    discounts: entries
      .filter(({ paid }) => paid < 0)
      .map(({ text, paid }) => ({ name: cutText(text, 64), amount: paid })),
    remarks: [{ failure: createFailure('ORDER_TOO_LONG', facts), storeLineId: null, isFlagged: true }],
    reductionAmount: sum(({ full, paid }) => Math.max(0, full) - Math.max(0, paid)),
    droppedAmount: sum(({ dropped }) => dropped.droppedAmount),
    droppedTaxAmount: sum(({ dropped }) => dropped.droppedTaxAmount),
  };
}

function readEntry(line: TicketInput['order']['lines'][number], input: TicketInput) {
  const money = readLineMoney(line, input);
  const { isCountable, units, keptUnits, fullAmount, totalAmount } = money;
  const isWhole = isCountable && Number.isInteger(line.quantity);
  const quantity = isWhole ? keptUnits : line.quantity;
  const choices = (input.choices.get(line.id)?.choices ?? []).map((each) => ({ ...each, modifierId: null }));
  const notes = listChoiceNotes(choices).join('; ');
  const name = nameLine(line, undefined, `${quantity} x `);
  const paid = sumShares(totalAmount, units, keptUnits);
  return {
    text: notes === '' ? name : `${name} (${notes})`,
    lineId: line.id,
    kept: keptUnits,
    paid,
    full: isCountable ? sumShares(fullAmount, units, keptUnits) : Math.max(0, paid),
    dropped: countDropped(money, input),
  };
}

function makeCrowdLine(
  group: readonly { readonly text: string; readonly full: number; readonly lineId: number }[],
): TicketLine {
  const [name = '', ...rest] = splitText(cleanLine(group.map(({ text }) => text).join('; ')), LONGEST_NAME);
  return {
    storeLineId: group.length === 1 ? (group[0]?.lineId ?? null) : null,
    kind: 'product',
    itemId: null,
    name,
    priceAmount: group.reduce((sum, { full }) => sum + full, 0),
    modifications: [],
    note: cutText(rest.join(' '), LONGEST_LINE_NOTE),
    isRevenue: true,
  };
}

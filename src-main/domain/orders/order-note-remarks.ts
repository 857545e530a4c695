import { cleanLine } from './ticket-text.ts';
import type { TicketRemark } from './till-ticket.ts';

const WORDS: Readonly<Record<string, string>> = {
  ORDER_CHOICES_ABOVE_PRICE: 'choices cost more than the price',
  ORDER_LINE_ODD: 'odd quantity or price',
  ORDER_TOTAL_ADJUSTED: 'the total has a part without a name',
  ORDER_TOO_LONG: 'very long order, lines are put together',
  ORDER_CURRENCY_DIFFERS: 'other currency, no money is on this order',
  ORDER_UNREADABLE: 'amounts cannot be used, see the web store',
};

/** What the cook and the cashier should look at, in a few words each. */
export function listRemarkWords(remarks: readonly TicketRemark[]): string[] {
  const words = remarks
    .filter(({ isFlagged }) => isFlagged)
    .map(({ failure }) => {
      const { product } = failure.facts;
      const says =
        WORDS[failure.code] ??
        (failure.code.startsWith('ORDER_CHOICE') ? 'look at the choices' : 'look at this order');
      return product === undefined || product === '' ? says : `${cleanLine(String(product))}: ${says}`;
    });
  return [...new Set(words)];
}

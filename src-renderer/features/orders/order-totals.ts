import type { OrderDetailsShape, OrderRowShape } from '../../../src-preload/contract/order-shapes.ts';
import { formatMoney } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';

const ABOUT_TOTALS = ['ORDER_CURRENCY_DIFFERS', 'ORDER_UNREADABLE', 'ORDER_TOTAL_ADJUSTED'];

export interface TotalsView {
  /** Till less store, minor units; null while one is missing. */
  readonly difference: number | null;
  readonly tone: 'good' | 'bad' | 'quiet';
  readonly text: string;
}

/** Which side has more, and how much; empty where both have the same, or one has nothing yet. */
export function sayDifference({ storeAmount, tillAmount, currency }: OrderRowShape): string {
  if (tillAmount === null || tillAmount === storeAmount) return '';
  const more = formatMoney(Math.abs(tillAmount - storeAmount), currency);
  return t(tillAmount > storeAmount ? 'The till has {{amount}} more.' : 'The store has {{amount}} more.', {
    amount: more,
  });
}

/** Whether both sides have the same sum, and if not, why. */
export function compareTotals({ order, ticket }: Pick<OrderDetailsShape, 'order' | 'ticket'>): TotalsView {
  const { storeAmount, tillAmount, failure, hold } = order;
  if (tillAmount === null) {
    const text = t(hold === 'closed' ? 'It was not put on the till.' : 'It is not on the till yet.');
    return { difference: null, tone: 'quiet', text };
  }
  const difference = tillAmount - storeAmount;
  if (difference === 0) return { difference, tone: 'good', text: t('The same to the cent.') };
  const remarks = [...(failure ? [failure] : []), ...(ticket?.remarks ?? []).map((one) => one.failure)];
  const why = remarks.find(({ code }) => ABOUT_TOTALS.includes(code));
  const text =
    why?.message ??
    t('{{difference}} The order was changed on one side after it was sent. Compare its lines on both.', {
      difference: sayDifference(order),
    });
  return { difference, tone: 'bad', text };
}

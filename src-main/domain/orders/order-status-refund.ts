import { createFailure } from '../failure.ts';
import { formatDecimal } from '../money.ts';
import type { StatusAction } from './order-status-decision.ts';
import type { WebOrder } from './web-order.ts';

/** A partial refund and what of it is to be done on the other side. */
export interface RefundDecision {
  readonly actions: readonly StatusAction[];
  /** Pieces that come back into stock, by the line of the store's order. */
  readonly pieces: readonly { readonly lineId: number; readonly quantity: number }[];
  /** Refunds that are told once this is done. */
  readonly toldRefunds: readonly string[];
}

interface RefundInput {
  readonly order: Pick<WebOrder, 'refunds' | 'totalAmount' | 'currency'>;
  readonly tillRefunds: readonly { readonly id: string; readonly amount: number }[];
  /** All of it was given back there: that is told as a status. */
  readonly isTillFull: boolean;
  readonly digits: number;
  /** `store:12`, `till:ABC`: those that were told before. */
  readonly toldRefunds: readonly string[];
  /** Refunds that the ticket left out already. */
  readonly placedMs: number;
}

/**
 * Partial refunds are told in words on the other side, and their stock comes back (features.md, ruling
 * "Refunded"): the till lets no app refund (clover.md 7.8). A full one is a status, decided there.
 */
export function decideRefunds({
  order,
  tillRefunds,
  isTillFull,
  digits,
  toldRefunds,
  placedMs,
}: RefundInput): RefundDecision {
  const write = (amount: number) => `${formatDecimal(amount, digits)} ${order.currency}`;
  const isNew = (key: string) => !toldRefunds.includes(key);
  const store = order.refunds.filter(({ id, createdMs }) => isNew(`store:${id}`) && createdMs > placedMs);
  const till = tillRefunds.filter(({ id }) => isNew(`till:${id}`));
  const sum = order.refunds.reduce((all, { amount }) => all + amount, 0);
  const isFull = order.totalAmount > 0 && sum >= order.totalAmount;
  const actions: StatusAction[] = [];
  for (const { amount } of isFull ? [] : store) {
    actions.push({
      kind: 'note-till',
      says: createFailure('ORDER_REFUNDED_IN_STORE', { amount: write(amount) }),
    });
  }
  for (const { amount } of isTillFull ? [] : till) {
    actions.push({
      kind: 'note-store',
      says: createFailure('ORDER_REFUNDED_ON_TILL', { amount: write(amount) }),
    });
  }
  return {
    actions,
    pieces: isFull ? [] : store.flatMap(({ pieces }) => pieces),
    toldRefunds: [
      ...toldRefunds,
      ...store.map(({ id }) => `store:${id}`),
      ...till.map(({ id }) => `till:${id}`),
    ],
  };
}

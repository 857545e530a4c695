import { createFailure, type Failure } from '../failure.ts';
import type { TillOrderStatus } from './order-flow.ts';
import type { TillMark } from './order-status-mark.ts';

/** How both sides stand, and what was carried over before. */
export interface StatusInput {
  readonly store: { readonly status: string; readonly isPaid: boolean };
  /** `hasPayment`: money of whatever kind, ours or a cashier's: then it is never deleted. */
  readonly till: { readonly status: TillOrderStatus; readonly hasPayment: boolean };
  /** The till's status that the store knows of, and the store's that the till knows of; null at first. */
  readonly toldStore: string | null;
  readonly toldTill: string | null;
}

/** One thing to do. `from` is the status that was seen: where the store has another by then, all is decided anew. */
export type StatusAction =
  | {
      readonly kind: 'set-store';
      readonly from: string;
      readonly to: 'processing' | 'completed' | 'cancelled' | 'refunded';
    }
  /** null takes the mark away. */
  | { readonly kind: 'mark-till'; readonly mark: TillMark | null }
  /** It has no payment. */
  | { readonly kind: 'delete-till' }
  | { readonly kind: 'note-store'; readonly says: Failure }
  | { readonly kind: 'note-till'; readonly says: Failure }
  /** Whatever of the order was not returned before, by the stock ledger, which does so once. */
  | { readonly kind: 'restock' };

export interface StatusDecision {
  readonly actions: readonly StatusAction[];
  /** To be kept when all of it is done: then neither side's answer to it is news. */
  readonly toldStore: string;
  readonly toldTill: string;
  /** A person should look. */
  readonly flag: Failure | null;
}

type Meaning = 'open' | 'fulfilled' | 'cancelled' | 'refunded';
const ENDS: readonly Meaning[] = ['cancelled', 'refunded'];

/** What is carried over, by the ruling for F7-F10. Nothing is where both mean the same or have been told. */
export function decideStatus(input: StatusInput): StatusDecision {
  const { store, till, toldStore, toldTill } = input;
  const wanted = readStore(store.status);
  const seen = readTill(till.status);
  const isStoreNews = wanted !== readStore(toldTill ?? '') || isPaymentTrouble(input);
  const isTillNews = isAhead(till.status, toldStore);
  const same: StatusDecision = { actions: [], toldStore: till.status, toldTill: store.status, flag: null };
  if (wanted === seen && wanted !== 'open') {
    // Ended on both sides by itself: nobody has returned its stock yet.
    const isNews = ENDS.includes(wanted) && isStoreNews && isTillNews;
    return isNews ? { ...same, actions: [{ kind: 'restock' }] } : same;
  }
  if (isStoreNews && isTillNews && seen !== 'open' && wanted !== 'open') return settleBoth(input, same);
  if (isStoreNews) return { ...same, ...tellTill(input, wanted, seen) };
  if (isTillNews) return { ...same, ...tellStore(input, wanted, seen) };
  // A till that fell back (a mark that somebody took away) undoes nothing in the store.
  return same;
}

/** Both moved since. An end beats a completion, since money or goods went back; two different ends mean the same work. */
function settleBoth(input: StatusInput, same: StatusDecision): StatusDecision {
  const wanted = readStore(input.store.status);
  const seen = readTill(input.till.status);
  if (ENDS.includes(wanted) && ENDS.includes(seen)) return { ...same, actions: [{ kind: 'restock' }] };
  const facts = { store: input.store.status, till: input.till.status };
  const says = createFailure('ORDER_STATUS_CONTRADICTS', facts);
  return { ...same, actions: [{ kind: 'note-store', says }], flag: says };
}

function tellTill(input: StatusInput, wanted: Meaning, seen: Meaning): Partial<StatusDecision> {
  const { store, till } = input;
  const refuse = (): Partial<StatusDecision> => {
    const says = createFailure('ORDER_TILL_CANNOT_FOLLOW', { store: store.status, till: till.status });
    return { actions: [{ kind: 'note-store', says }], flag: says };
  };
  if (wanted === 'open') {
    if (isPaymentTrouble(input)) {
      const says = createFailure('ORDER_PAYMENT_FAILED');
      return { actions: [{ kind: 'note-till', says }], flag: says };
    }
    // What was deleted, voided or refunded there cannot be brought back.
    if (ENDS.includes(seen)) return refuse();
    // A display of the till may still say fulfilled: that is told already.
    return { actions: seen === 'fulfilled' ? [{ kind: 'mark-till', mark: null }] : [] };
  }
  if (ENDS.includes(seen)) return ENDS.includes(wanted) ? {} : refuse();
  if (wanted === 'fulfilled')
    return { actions: [{ kind: 'mark-till', mark: 'fulfilled' }], toldStore: 'fulfilled' };
  const mark = wanted === 'refunded' ? 'refunded' : 'cancelled';
  if (!till.hasPayment)
    return { actions: [{ kind: 'delete-till' }, { kind: 'restock' }], toldStore: 'cancelled' };
  const says = createFailure('ORDER_TILL_KEEPS_PAYMENT', { status: store.status });
  const actions: StatusAction[] = [
    { kind: 'mark-till', mark },
    { kind: 'note-store', says },
    { kind: 'restock' },
  ];
  return { actions, toldStore: mark };
}

function tellStore(input: StatusInput, wanted: Meaning, seen: Meaning): Partial<StatusDecision> {
  const { store, till } = input;
  const from = store.status;
  const set = (to: 'processing' | 'completed' | 'cancelled' | 'refunded', ...more: StatusAction[]) => ({
    actions: [{ kind: 'set-store' as const, from, to }, ...more],
    toldTill: to,
  });
  const note = (says: Failure): Partial<StatusDecision> => ({ actions: [{ kind: 'note-store', says }] });
  if (seen === 'open') return till.status === 'paid' ? tellPayment(input, wanted, set, note) : {};
  if (ENDS.includes(wanted)) {
    const says = createFailure('ORDER_STATUS_CONTRADICTS', { store: from, till: till.status });
    return { ...note(says), flag: says };
  }
  // The store's own change of status returns its stock when cancelled, not when refunded (woocommerce.md 4): the ledger sees to both.
  if (seen === 'cancelled') return store.isPaid ? cancelPaid(set) : set('cancelled', { kind: 'restock' });
  if (seen === 'refunded') return set('refunded', { kind: 'restock' });
  if (!store.isPaid && !till.hasPayment && from !== 'processing') {
    // Completed would say that the money is there.
    return note(createFailure('ORDER_DONE_UNPAID', { status: from }));
  }
  return set('completed');
}

/** The money is still with the shop, and only a person can give it back: never without a word (features.md F10). */
function cancelPaid(
  set: (to: 'cancelled', ...more: StatusAction[]) => Partial<StatusDecision>,
): Partial<StatusDecision> {
  const says = createFailure('ORDER_GONE_ON_TILL', { paid: 'paid', store: 'cancelled' });
  return { ...set('cancelled', { kind: 'note-store', says }, { kind: 'restock' }), flag: says };
}

function tellPayment(
  { store }: StatusInput,
  wanted: Meaning,
  set: (to: 'processing') => Partial<StatusDecision>,
  note: (says: Failure) => Partial<StatusDecision>,
): Partial<StatusDecision> {
  if (store.isPaid) return {};
  const isWaiting = ['pending', 'on-hold', 'failed'].includes(store.status);
  return isWaiting && wanted === 'open' ? set('processing') : note(createFailure('ORDER_PAID_AT_TILL'));
}

function readStore(status: string): Meaning {
  if (status === 'completed') return 'fulfilled';
  if (status === 'cancelled' || status === 'trash') return 'cancelled';
  return status === 'refunded' ? 'refunded' : 'open';
}

const readTill = (status: TillOrderStatus): Meaning =>
  status === 'fulfilled' || status === 'cancelled' || status === 'refunded' ? status : 'open';

/** The payment of an order that is on the till already fell through. */
const isPaymentTrouble = ({ store, toldTill }: StatusInput): boolean =>
  store.status === 'failed' && toldTill !== null && toldTill !== 'failed';

const RANKS = ['open', 'paid', 'partly-refunded', 'fulfilled', 'refunded', 'cancelled'];

/** Only what goes further is news: a mark that was taken away does not open the store's order again. */
const isAhead = (status: TillOrderStatus, told: string | null): boolean =>
  RANKS.indexOf(status) > RANKS.indexOf(told ?? 'open');

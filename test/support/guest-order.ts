import { GUESTS, type GuestOrder } from '../../src-practice/store/store.ts';

/** A paid pickup order of one guest, changed by what a test is about. */
export const makeGuestOrder = (wish: Partial<GuestOrder> & Pick<GuestOrder, 'lines'>): GuestOrder => ({
  format: 'own',
  checkout: 'classic',
  method: 'pickup',
  payment: 'stripe',
  guest: GUESTS[0] ?? null,
  tipCents: 0,
  deliveryCents: 0,
  giftCardCents: 0,
  coupons: [],
  note: '',
  wantedMs: null,
  timeFormat: 'food',
  ...wish,
});

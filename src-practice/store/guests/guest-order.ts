import type { OrderStatus } from '../orders/order.ts';

/** How an add-on plugin writes what a guest chose into an order's line (modifiers.md 1.6, 2.3, 3, 4, 6). */
export const CHOICE_FORMATS = [
  'own',
  'add-ons',
  'add-ons-6.4',
  'add-ons-3.5',
  'food',
  'woofood',
  'advanced-fields',
  'ppom',
  'yith',
  'tm-options',
  'acowebs',
  'plain',
] as const;

export type ChoiceFormat = (typeof CHOICE_FORMATS)[number];

/** The plugins that ask when an order is wanted, each with meta of its own. */
export const TIME_FORMATS = ['food', 'iconic', 'coderockz', 'block-field'] as const;

export type TimeFormat = (typeof TIME_FORMATS)[number];

/** One thing chosen with a product. */
export interface GuestChoice {
  readonly groupId: string;
  readonly group: string;
  readonly isSingle: boolean;
  readonly id: string;
  readonly name: string;
  /** What it is charged at; a forged one says what its sender likes (modifiers.md 3). */
  readonly priceCents: number;
}

export interface GuestLine {
  readonly productId: number;
  readonly quantity: number;
  readonly choices: readonly GuestChoice[];
  /** What a guest wrote for the kitchen. */
  readonly note?: string;
}

export interface Guest {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  readonly country: string;
}

/** An order as a guest places it in the shop's own checkout. */
export interface GuestOrder {
  readonly lines: readonly GuestLine[];
  readonly format: ChoiceFormat;
  /** The block checkout makes a draft first. */
  readonly checkout: 'classic' | 'block';
  readonly method: 'pickup' | 'delivery' | 'dine-in';
  /** `cod` is paid at the door, `bacs` is waited for, a card is paid at once. */
  readonly payment: 'stripe' | 'square_credit_card' | 'cod' | 'bacs';
  readonly guest: Guest | null;
  readonly customerId?: number;
  readonly tipCents: number;
  readonly deliveryCents: number;
  /** Taken off as a negative fee, as gift card plugins do. */
  readonly giftCardCents: number;
  readonly coupons: readonly string[];
  readonly note: string;
  readonly wantedMs: number | null;
  readonly timeFormat: TimeFormat;
  readonly currency?: string;
  /** Where the order stands once placed, if not where its payment puts it. */
  readonly status?: OrderStatus;
}

import type { Failure } from '../failure.ts';
import type { CloverId } from '../ids.ts';

/** What the till will get for one web order. All amounts are minor units. */
export interface TillTicket {
  /** Unique to the order and the attempt; at most 12 characters (clover.md 7.1). */
  readonly reference: string;
  /** At most 127 characters: number, name, pickup or delivery and when. */
  readonly title: string;
  /** At most 2,047 characters, with the marker by which the order is found again. */
  readonly note: string;
  /** One line is one unit (clover.md 7.3). */
  readonly lines: readonly TicketLine[];
  /** On the whole order; amounts are negative. */
  readonly discounts: readonly TicketDiscount[];
  /** `till`: the till's own taxes come to the store's; `line`: taxes removed, one line carries the store's; `included`: prices hold it; `none`. */
  readonly tax: 'till' | 'line' | 'included' | 'none';
  /** What the lines, discounts and taxes come to by the till's way of counting (clover.md 7.5). */
  readonly totalAmount: number;
  /** What the customer paid or owes, without the tip. */
  readonly storeAmount: number;
  readonly tipAmount: number;
  /** Of the tax in the total, for the payment's record. */
  readonly taxAmount: number;
  /** The cook should know: nothing here holds the order up. */
  readonly remarks: readonly TicketRemark[];
  /** It could not be mapped: it goes to the kitchen as text, and a person is told. */
  readonly isAttention: boolean;
}

export interface TicketLine {
  /** The store's line that it came from; null for a fee, a tax or an attention text. */
  readonly storeLineId: number | null;
  readonly kind: 'product' | 'fee' | 'shipping' | 'tax' | 'text';
  /** null makes a custom line. */
  readonly itemId: CloverId | null;
  /** At most 127 characters. */
  readonly name: string;
  /** Of one unit, without its modifications. */
  readonly priceAmount: number;
  readonly modifications: readonly TicketModification[];
  /** At most 255 characters: choices that match no modifier, texts typed by the customer. */
  readonly note: string;
  readonly isRevenue: boolean;
}

export interface TicketModification {
  /** null makes one by name and amount. */
  readonly modifierId: CloverId | null;
  readonly name: string;
  readonly amount: number;
}

export interface TicketDiscount {
  /** At most 64 characters. */
  readonly name: string;
  /** Negative. */
  readonly amount: number;
}

/** Something about the order that a person should see, on the card and, where it matters to the cook, in the note. */
export interface TicketRemark {
  readonly failure: Failure;
  readonly storeLineId: number | null;
  /** Money or food may be wrong: the order is flagged before it prints. */
  readonly isFlagged: boolean;
}

import type { CloverId, WooId } from '../ids.ts';
import type { TillModifier } from '../till-catalog.ts';
import type { Choice } from './choice.ts';
import type { TicketRemark } from './till-ticket.ts';
import type { WebOrder } from './web-order.ts';

/** Everything that a ticket is planned from. */
export interface TicketInput {
  readonly order: WebOrder;
  /** 0 for the first; each attempt has a reference of its own. */
  readonly attempt: number;
  /** Tells this shop from another on the same till. */
  readonly shopSalt: string;
  readonly till: TicketTill;
  /** The till's item by the store's id of its product or variation. */
  readonly items: ReadonlyMap<WooId, TicketItem>;
  /** By the id of the order's line. */
  readonly choices: ReadonlyMap<number, LineMatch>;
  readonly modifiers: ReadonlyMap<CloverId, Pick<TillModifier, 'priceAmount'>>;
  readonly rules: TicketRules;
}

export interface TicketTill {
  readonly currency: string;
  /** Of the currency's minor unit. */
  readonly digits: number;
  readonly country: string;
  readonly pricesIncludeTax: boolean;
  /** By id; 100,000 is one percent; not a number where a tax is no share of the price. */
  readonly taxRates: ReadonlyMap<CloverId, number>;
  /** Those that the till may charge on a line without an item, or not: Clover does not document it. */
  readonly freeLineRateIds: readonly CloverId[];
  /** Of the order type: one that is not suppresses every tax (clover.md 7.9). */
  readonly isTypeTaxable: boolean;
}

export interface TicketItem {
  readonly id: CloverId;
  readonly name: string;
  /** Those that the till will charge, defaults included. */
  readonly taxRateIds: readonly CloverId[];
}

/** The choices of one line as they were matched to the till's modifiers. */
export interface LineMatch {
  readonly choices: readonly MatchedChoice[];
  readonly findings: readonly TicketRemark[];
}

export interface MatchedChoice {
  readonly choice: Choice;
  readonly modifierId: CloverId | null;
  readonly name: string;
}

export interface TicketRules {
  readonly customer: 'full' | 'name' | 'none';
  /** Of people in the EU too (features.md F14). */
  readonly isEuAllowed: boolean;
  /** Further names of fees that are tips, beside the usual ones. */
  readonly tipNames: readonly string[];
}

/** The most lines that the till takes in one order (clover.md 7.2). */
export const MOST_LINES = 2500;
export const LONGEST_NAME = 127;
export const LONGEST_LINE_NOTE = 255;
export const LONGEST_TITLE = 127;
export const LONGEST_NOTE = 2047;
export const LONGEST_DISCOUNT_NAME = 64;

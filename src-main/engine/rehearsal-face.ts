import type { Failure } from '../domain/failure.ts';
import type { FieldName, FieldValue, RuleCode } from '../domain/fields.ts';
import type { ReasonCode, RowKind } from '../domain/plan-row.ts';
import type { Attempt } from './attempt.ts';
import type { Side } from './ledger-ports.ts';

// A rehearsal: everything runs against the real till and the real store, and nothing is written to either.

/** `order` goes to the till, `act` is anything else that is done to an order; a conflict would ask a person. */
export const HELD_KINDS = ['new', 'change', 'stock', 'order', 'act', 'conflict'] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** Worth a look: stopped by the brake, a price by ten times or to nothing, a count that comes to zero. */
export const HELD_FLAGS = ['braked', 'price-leap', 'zero-stock'] as const;
export type HeldFlag = (typeof HELD_FLAGS)[number];

export const ACT_WHATS = [
  'order-type',
  'tender',
  'till-note',
  'removal',
  'payment',
  'print',
  'status',
  'store-note',
  'refund',
] as const;
export type ActWhat = (typeof ACT_WHATS)[number];

export interface HeldField {
  readonly field: FieldName;
  /** null for a thing that is new there. */
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** null for an item that is made on the till: nothing was weighed. */
  readonly rule: RuleCode | null;
}

/** An order as the till would have got it; amounts in minor units. */
export interface HeldOrder {
  readonly number: string;
  readonly currency: string;
  readonly totalAmount: number;
  readonly tipAmount: number;
  readonly lines: readonly { readonly name: string; readonly amount: number; readonly note: string }[];
  /** A ticket would have printed. */
  readonly isPrinted: boolean;
  /** It would have gone in words, since it cannot be mapped. */
  readonly isInWords: boolean;
}

export interface HeldAct {
  readonly what: ActWhat;
  /** The order's number; null where it is about none. */
  readonly order: string | null;
  readonly from: string | null;
  /** A status, an amount in minor units, a text or a name. */
  readonly to: string;
}

/** One write that would have left. Of a thing that was planned again the newest plan counts. */
export interface HeldWrite {
  readonly id: string;
  /** Unix milliseconds. */
  readonly atMs: number;
  /** null for a conflict: neither side is written to. */
  readonly side: Side | null;
  readonly kind: HeldKind;
  readonly flags: readonly HeldFlag[];
  readonly name: string;
  readonly sku: string;
  /** null for orders. */
  readonly thing: RowKind | null;
  readonly reason: ReasonCode | null;
  readonly fields: readonly HeldField[];
  readonly order: HeldOrder | null;
  readonly act: HeldAct | null;
}

export interface HeldFilter {
  readonly side?: Side;
  readonly kind?: HeldKind;
  readonly flag?: HeldFlag;
  /** A part of the name, the SKU or the order's number. */
  readonly search?: string;
  readonly limit: number;
  readonly offset: number;
}

export interface HeldCounts {
  readonly total: number;
  readonly sides: Readonly<Record<Side, number>>;
  readonly kinds: Readonly<Record<HeldKind, number>>;
  readonly flags: Readonly<Record<HeldFlag, number>>;
  /** Pairs that were found and need no write. */
  readonly linked: number;
}

export interface RehearsalState {
  /** null: none is on. */
  readonly startedMs: number | null;
  /** This process looks at both sides for it. */
  readonly isRunning: boolean;
  /** When both sides were last looked at; null before that. */
  readonly lastPassMs: number | null;
  /** Why it does not get on: a side is away, or the two do not fit together. */
  readonly failure: Failure | null;
  /** What the brake said of each run that it would have stopped. */
  readonly brakes: readonly Failure[];
  readonly counts: HeldCounts;
}

export interface Rehearsal {
  /** Why nothing may be written at present; null where no rehearsal is on. */
  findRefusal(): Failure | null;
  state(): RehearsalState;
  /** Begins one, or leaves the one that is on as it is. CLOVER_NOT_CONNECTED, WOO_NOT_CONNECTED. */
  start(): Promise<Attempt<void>>;
  /** Looks and plans until the signal; what a side or the network does never ends it. REHEARSAL_OFF. */
  run(options: { readonly signal: AbortSignal; readonly onChange: () => void }): Promise<Attempt<void>>;
  /** One look. REHEARSAL_OFF. */
  once(options: { readonly full: boolean; readonly signal: AbortSignal }): Promise<Attempt<void>>;
  /** In the order they would have been written, newest first. */
  list(filter: HeldFilter): { readonly writes: readonly HeldWrite[]; readonly total: number };
  /** Of a category's key in a field, its name. */
  categoryNames(): ReadonlyMap<string, string>;
  exportCsv(): string;
  /** Ends it and forgets all of it: everything is as it was before. False where none was on. */
  stop(): Promise<boolean>;
  /** The program ends; the rehearsal goes on with its next start. */
  close(): Promise<void>;
}

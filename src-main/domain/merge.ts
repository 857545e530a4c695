import type {
  AgreedField,
  Answer,
  FieldDecision,
  FieldName,
  FieldValue,
  RuleCode,
  Shadow,
} from './fields.ts';
import { decideDescription } from './merge-description.ts';
import { mergeStock, type OrderSums } from './merge-stock.ts';
import type { Reach } from './reach.ts';
import { EMPTY, isSameValue, isUnchanged } from './stored-fields.ts';
import type { WantedFields } from './wanted-fields.ts';

/** What a person or a rule of theirs said about a field that both sides changed. */
export type FieldRuling =
  | { readonly rule: 'always'; readonly take: 'till' | 'store' }
  | {
      readonly rule: 'decided';
      readonly take: 'till' | 'store' | 'value';
      /** In the till's terms; only with `take: 'value'`. */
      readonly value: FieldValue;
      /** The store's value that they looked at, where another answer has been written over it since. */
      readonly stored?: FieldValue;
      readonly answer?: Answer;
      /** What the person looked at: if a side has moved since, their word no longer holds. */
      readonly seen: { readonly till: FieldValue; readonly store: FieldValue };
    };

/** What the merge of one product looks at. */
export interface MergeInput {
  readonly wanted: WantedFields;
  readonly stored: ReadonlyMap<FieldName, FieldValue>;
  readonly shadow: Shadow | null;
  readonly pinned: readonly string[];
  readonly owner: (field: FieldName) => 'till' | 'store';
  /** `store` where absent: an import from the till. */
  readonly reach?: Reach;
  /** What the till's value must be for the store's; null where the till cannot have it. */
  readonly toTill?: (field: FieldName, stored: FieldValue) => FieldValue;
  /** What the rules make of a till value for the store. */
  readonly toStore?: (field: FieldName, till: FieldValue) => FieldValue;
  /** An empty description in the store may be filled from the till's alternate name. */
  readonly fillsDescription?: boolean;
  readonly ruling?: (field: FieldName) => FieldRuling | null;
  readonly orders?: OrderSums;
  /** Nothing is known to be agreed on, and yet it may have been: a difference is some person's word. */
  readonly asksFirst?: boolean;
  /** Fields that wait for a person. */
  readonly held?: ReadonlySet<FieldName>;
  /** What the store has may be older than what was agreed: it goes nowhere without a person. */
  readonly isStoreOlder?: boolean;
}

/**
 * Three-way merge on the last agreed values, field by field: a change on one side goes to the other, one made
 * on both sides is a conflict unless a person or a rule decided. Where nothing was agreed yet, the field's
 * owner decides. Stock merges by differences. A side that may not be written to keeps what it has.
 */
export function mergeFields(input: MergeInput): FieldDecision[] {
  const decisions: FieldDecision[] = [];
  for (const [field, wanted] of input.wanted.wanted) {
    const stored = input.stored.get(field);
    if (stored === undefined) continue;
    const till = input.wanted.till.get(field);
    const facts = {
      field,
      wanted,
      store: stored,
      ...(till === undefined ? {} : { till }),
      ...describeOrders(field, input),
    };
    decisions.push(
      ...(readDecided(facts, input) ??
        readHeld(facts, input) ??
        readMoves(facts, input) ?? [{ ...facts, ...decide(field, wanted, stored, input) }]),
    );
  }
  const full = decisions.map((decision) => addBase(decision, input));
  return input.toStore ? full.map((decision) => addSent(decision, input)) : full;
}

/** What was last agreed before a conflict was settled; an undo makes it the base again. */
function addBase(decision: FieldDecision, { shadow }: MergeInput): FieldDecision {
  const base = shadow?.[decision.field];
  return base && isSettled(decision) ? { ...decision, base } : decision;
}

/** A person or a rule of theirs chose between two changes. */
export const isSettled = ({ rule }: Pick<FieldDecision, 'rule'>): boolean =>
  rule === 'decided' || rule === 'always';

/** The till value as the store would get it, so that its coming back is no news. */
function addSent(decision: FieldDecision, { toStore }: MergeInput): FieldDecision {
  if (decision.verdict !== 'push' || decision.moved || !toStore) return decision;
  // Store categories that the till has no word for are not part of what it says.
  const sent =
    decision.field === 'categories'
      ? (decision.store ?? null)
      : toStore(decision.field, decision.pushed ?? null);
  return { ...decision, sent };
}

/** Kept with a stock decision, so that what orders take later is told from what they had taken. */
function describeOrders(field: FieldName, { orders }: MergeInput): Pick<FieldDecision, 'orders'> {
  return field === 'stock' && orders ? { orders: { till: orders.till ?? 0, store: orders.store ?? 0 } } : {};
}

const NO_ORDERS: OrderSums = { till: null, store: null };

type Facts = Pick<FieldDecision, 'field' | 'wanted' | 'store' | 'till' | 'orders'>;

/** A person's word on exactly these two values; without it nothing here. */
function readDecided(facts: Facts, input: MergeInput): FieldDecision[] | null {
  const ruling = input.ruling?.(facts.field);
  if (ruling?.rule !== 'decided') return null;
  const { field } = facts;
  const till = facts.till ?? facts.wanted;
  const store = facts.store ?? null;
  if (!isUnchanged(till, ruling.seen.till) || !isUnchanged(store, ruling.seen.store)) return null;
  const told = ruling.answer ? { answer: ruling.answer } : {};
  if (ruling.take === 'till') return [{ ...facts, ...write('decided', input), ...told }];
  if (ruling.take === 'store') return [{ ...facts, ...push(field, store, till, 'decided', input), ...told }];
  const value = ruling.stored === undefined ? ruling.value : (input.toTill?.(field, ruling.stored) ?? null);
  // The till cannot have what the store had.
  if (value === null && ruling.stored !== undefined) return null;
  const wanted = ruling.stored ?? input.toStore?.(field, value) ?? value;
  const decided = { rule: 'decided', ...told } as const;
  return [
    { ...facts, till: value, wanted, verdict: 'write', ...decided },
    // Its own write says what the store then has.
    { field, wanted: facts.wanted, till, verdict: 'push', pushed: value, ...decided },
  ];
}

/** Counts that are equal again say nothing of an unsure count: it waits for a person all the same. */
function readHeld(facts: Facts, input: MergeInput): FieldDecision[] | null {
  return facts.field === 'stock' && input.held?.has('stock')
    ? [{ ...facts, verdict: 'conflict', rule: 'both-changed' }]
    : null;
}

/** Counted stock of a linked pair moves by differences; everything else is a value. */
function readMoves(facts: Facts, input: MergeInput): FieldDecision[] | null {
  const { field } = facts;
  const agreed = input.shadow?.[field];
  if (field !== 'stock' || !agreed || !input.toTill || input.pinned.includes(field)) return null;
  if (typeof agreed.store !== 'number' || typeof agreed.till !== 'number') return null;
  const decisions = mergeStock(facts, agreed, input.reach ?? 'store', input.orders ?? NO_ORDERS);
  const rule = input.ruling?.(field);
  if (decisions[0]?.verdict !== 'conflict' || rule?.rule !== 'always') return decisions;
  const { till = facts.wanted, store = null } = facts;
  const verdict = rule.take === 'till' ? write('always', input) : push(field, store, till, 'always', input);
  return [{ ...facts, ...verdict }];
}

export interface Verdict {
  readonly verdict: FieldDecision['verdict'];
  readonly rule: RuleCode;
  readonly pushed?: FieldValue;
}

function decide(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): Verdict {
  if (isOffByHand(field, wanted, stored, input)) return write('till-changed', input);
  if (isSameValue(field, wanted, stored) && !isNewsToTill(field, wanted, stored, input))
    return { verdict: 'same', rule: 'same' };
  // A code that stands twice on the till is no news about this product: what the store has stays.
  if (wanted === '' && input.wanted.till.has(field)) return { verdict: 'same', rule: 'agreed' };
  if (input.pinned.includes(field)) return { verdict: 'keep', rule: 'pinned' };
  const agreed = input.shadow?.[field];
  const till = input.wanted.till.get(field) ?? wanted;
  if (field === 'description')
    return keepOpen(decideDescription(till, stored, agreed, input), field, { till, stored }, input);
  const verdict = agreed
    ? decideAgainst(agreed, field, { till, wanted }, stored, input)
    : (askFirst(field, till, stored, input) ?? decideFirst(field, wanted, stored, input));
  const isOtherForm = input.isStoreOlder === true && verdict.rule === 'agreed' && agreed !== undefined;
  // Means the same to the till; yet it is what the store had under earlier rules.
  if (isOtherForm && verdict.verdict === 'same' && !isUnchanged(stored, agreed.store))
    return write('till-changed', input);
  return keepOpen(verdict, field, { till, stored }, input);
}

/**
 * What waits for a person ends by their word, or when both sides say the same. A side that went back to the agreed
 * value meanwhile did so after the other one's edit: that is no leave to write over it. What an older store has is nobody's
 * edit, and waits likewise.
 */
function keepOpen(
  verdict: Verdict,
  field: FieldName,
  { till, stored }: { readonly till: FieldValue; readonly stored: FieldValue },
  input: MergeInput,
): Verdict {
  const isWrite = verdict.verdict === 'write' || verdict.verdict === 'push';
  const isOlder = input.isStoreOlder === true && verdict.verdict === 'push';
  if (!isWrite || verdict.rule === 'always' || !(isOlder || input.held?.has(field))) return verdict;
  return settle(field, stored, till, input) ?? { verdict: 'conflict', rule: 'both-changed' };
}

/**
 * A product that ran out, or was taken off the shop, meets whatever the till says; yet that it did so is a
 * change in the store, and the till is to know of it (features.md S7, B23).
 */
function isNewsToTill(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): boolean {
  const agreed = input.shadow?.[field];
  if (field !== 'availability' || !agreed || !input.toTill || wanted === stored) return false;
  return input.reach !== 'store' && stored !== agreed.store && input.toTill(field, stored) !== wanted;
}

/**
 * Somebody switched the item off while the product had run out: that has to outlast the empty shelf, so the
 * store is told. An item that follows its own count switches itself off, and says nothing by it.
 */
function isOffByHand(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): boolean {
  const agreed = input.shadow?.[field];
  if (field !== 'availability' || wanted !== 'off' || stored !== EMPTY || !agreed || !input.toTill)
    return false;
  return agreed.sent !== 'off' && input.toTill(field, stored) !== null && !input.pinned.includes(field);
}

function decideAgainst(
  agreed: AgreedField,
  field: FieldName,
  { till, wanted }: { readonly till: FieldValue; readonly wanted: FieldValue },
  stored: FieldValue,
  input: MergeInput,
): Verdict {
  // Pieces came back: that says nothing of an item which was not off just because they were gone.
  if (field === 'availability' && agreed.store === EMPTY && stored === 'on' && agreed.till !== 'off')
    return write('till-changed', input);
  // Several till prices can mean one store price (rounding); where the store has another one, a new price is news.
  const isTillChanged =
    !isUnchanged(wanted, agreed.sent) || (field === 'price' && !isUnchanged(till, agreed.till));
  const isStoreChanged = !isUnchanged(stored, agreed.store);
  // Neither moved, yet they differ: the store keeps values in its own form, or its owner won earlier.
  if (!isTillChanged && !isStoreChanged) return { verdict: 'same', rule: 'agreed' };
  if (!isTillChanged) return push(field, stored, till, 'store-changed', input);
  // A markup or another rule makes something else of the same till value.
  const isByRules = isUnchanged(till, agreed.till);
  if (!isStoreChanged) return write(isByRules ? 'rules-changed' : 'till-changed', input);
  return settle(field, stored, till, input) ?? { verdict: 'conflict', rule: 'both-changed' };
}

/** What a rule of the person's makes of a field that both sides changed. */
function settle(field: FieldName, stored: FieldValue, till: FieldValue, input: MergeInput): Verdict | null {
  const ruling = input.ruling?.(field);
  if (ruling?.rule !== 'always') return null;
  return ruling.take === 'till' ? write('always', input) : push(field, stored, till, 'always', input);
}

const write = (rule: RuleCode, input: MergeInput): Verdict =>
  input.reach === 'till' ? { verdict: 'keep', rule: 'one-way' } : { verdict: 'write', rule };

function push(
  field: FieldName,
  stored: FieldValue,
  till: FieldValue,
  rule: RuleCode,
  input: MergeInput,
): Verdict {
  if ((input.reach ?? 'store') === 'store' || !input.toTill)
    return { verdict: 'keep', rule: 'store-changed' };
  const pushed = input.toTill(field, stored);
  if (pushed === null) return { verdict: 'keep', rule: 'till-cannot' };
  // Several store values can mean one till value (rounded prices): then there is nothing to write.
  return isUnchanged(pushed, till) ? { verdict: 'same', rule: 'agreed' } : { verdict: 'push', rule, pushed };
}

/** Whose word it is that the two sides do not say the same, nobody can tell any more. */
function askFirst(field: FieldName, till: FieldValue, stored: FieldValue, input: MergeInput): Verdict | null {
  // A product without a price is not for sale yet: that is no price that somebody could choose.
  if (input.asksFirst !== true || stored === null) return null;
  // As in `push`: several store prices can mean one of the till's.
  const pushed = input.toTill?.(field, stored) ?? null;
  if (pushed !== null && isUnchanged(pushed, till)) return { verdict: 'same', rule: 'agreed' };
  return settle(field, stored, till, input) ?? { verdict: 'conflict', rule: 'both-changed' };
}

function decideFirst(field: FieldName, wanted: FieldValue, stored: FieldValue, input: MergeInput): Verdict {
  const isFilling = stored === '' || stored === null;
  const isEmptying = wanted === '' || wanted === null || (Array.isArray(wanted) && wanted.length === 0);
  const till = input.wanted.till.get(field) ?? wanted;
  // A first link never takes a value away: an empty till field says nothing about the store's.
  if (isEmptying)
    return input.toTill ? push(field, stored, till, 'new', input) : { verdict: 'keep', rule: 'store-owns' };
  if (isFilling && field !== 'price') return write('new', input);
  if (input.owner(field) === 'till') return write('till-owns', input);
  return input.toTill
    ? push(field, stored, till, 'store-owns', input)
    : { verdict: 'keep', rule: 'store-owns' };
}

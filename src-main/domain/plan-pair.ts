import { buildPatch, buildUndoPatch } from './build-patch.ts';
import { showAs } from './empty-shelf.ts';
import type { FieldDecision, FieldName, Shadow } from './fields.ts';
import type { KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import { mergeFields } from './merge.ts';
import { refreshAddOns } from './modifier-adapters/refresh-add-ons.ts';
import { readOwner } from './plan-context.ts';
import type { PlanRow, ReasonCode } from './plan-row.ts';
import { findShelfChange, makeShelfRow } from './plan-shelf.ts';
import { emptyRow, type ItemPlanner, type Subject } from './plan-subject.ts';
import type { StoreProduct } from './store-catalog.ts';
import { describeStoreProduct, isSameValue, isUnchanged } from './stored-fields.ts';
import { buildTillPatch, buildTillUndo } from './till-patch-build.ts';
import type { WantedFields } from './wanted-fields.ts';

/**
 * The rows of a linked pair where changes go both ways: one for each side's fields, one for each side's
 * stock, one for what both changed. Empty where nothing differs from what was agreed.
 */
export function planPair(
  subject: Subject,
  product: StoreProduct,
  link: KnownLink,
  planner: ItemPlanner,
  live: LivePlan,
): PlanRow[] {
  const { shadow, pinned } = link;
  const shelf = findShelfChange(subject, product, link, planner, live);
  // What the shelf makes of it is nobody's word on it: the fields are compared as they are after that.
  const shown = shelf ? showAs(product, shelf.patch) : product;
  const decisions = mergePair(subject, shown, { shadow, pinned }, planner, live);
  const base = describePair(subject, product);
  const stored = listStoreRow(base, decisions, shown, planner);
  return [
    ...listStockRows(base, decisions),
    ...(shelf ? [makeShelfRow(base, subject, shelf)] : []),
    ...stored,
    ...listTillRow(base, decisions, subject),
    ...listConflictRow(base, decisions),
    ...listAgreedRow(base, decisions, shadow),
    ...listLeftRow(base, decisions),
  ];
}

/**
 * The rows of a pair that is linked now: each field's owner decides, and what is empty is filled; where it may have been
 * linked before, what differs is a conflict from its link on.
 */
export function planFirst(
  subject: Subject,
  product: StoreProduct,
  planner: ItemPlanner,
  live: LivePlan,
): [PlanRow, ...PlanRow[]] {
  const all = mergePair(subject, product, { shadow: null, pinned: [] }, planner, live, live.asksFirst);
  const decisions = all.filter(({ verdict }) => verdict !== 'push');
  const patch = buildPatch(decisions, product, planner.foreign);
  const undo = patch === null ? null : buildUndoPatch(patch, product);
  const base = describePair(subject, product);
  return [
    { ...base, decisions, patch, undo },
    ...listStockRows(base, all),
    ...listTillRow(base, all, subject),
  ];
}

const describePair = (subject: Subject, product: StoreProduct): PlanRow => ({
  ...emptyRow(subject, 'skip', 'ALREADY_IN_STEP'),
  wooId: product.id,
});

function mergePair(
  subject: Subject,
  product: StoreProduct,
  { shadow, pinned }: Pick<KnownLink, 'shadow' | 'pinned'>,
  planner: ItemPlanner,
  live: LivePlan,
  asksFirst = false,
): readonly FieldDecision[] {
  const merged = mergeFields({
    wanted: live.isPartial
      ? keepUnmoved(subject.fields, shadow, (field) => live.ruling(subject.id, field)?.rule === 'decided')
      : subject.fields,
    stored: describeStoreProduct(product, planner.foreign.owned),
    shadow,
    pinned,
    owner: (field) => readOwner(planner.context.settings, field),
    reach: live.reach,
    asksFirst,
    fillsDescription: planner.context.settings['import.fillDescription'] === 'on',
    ...(subject.toTill ? { toTill: subject.toTill } : {}),
    ...(subject.toStore ? { toStore: subject.toStore } : {}),
    ruling: (field) => live.ruling(subject.id, field),
    held: planner.held(subject.id),
    orders: live.orders(subject.id),
    isStoreOlder: live.isStoreOlder === true,
  });
  return refreshAddOns(merged, product, {
    mayWriteStore: live.reach !== 'till',
    isPinned: pinned.includes('modifiers'),
    rule: 'add-ons-behind',
  });
}

/**
 * Of a plan that read a few things only: a till value that stands as agreed is sent as agreed, since what it
 * was weighed against (another item's SKU) is not at hand, and a changed rule is for a plan of everything to carry out.
 * A price that a person has just decided on goes by the rule that holds now: what was agreed on went by an older one.
 */
function keepUnmoved(
  fields: WantedFields,
  shadow: Shadow | null,
  isDecided: (field: FieldName) => boolean,
): WantedFields {
  if (!shadow) return fields;
  const wanted = new Map(fields.wanted);
  const till = new Map(fields.till);
  for (const [field, value] of fields.wanted) {
    const agreed = shadow[field];
    if (!agreed || !isUnchanged(fields.till.get(field) ?? value, agreed.till)) continue;
    if (field === 'price' && isDecided(field)) continue;
    wanted.set(field, agreed.sent);
    // An entry of its own says that the till's value differs from what is sent (`WantedFields.till`).
    if (isUnchanged(agreed.till, agreed.sent)) till.delete(field);
    else till.set(field, agreed.till);
  }
  return { ...fields, wanted, till };
}

/** Stock goes by calls of its own: every difference, and on the till every count. */
const isMove = ({ field, verdict, moved }: FieldDecision): boolean =>
  moved !== undefined || (field === 'stock' && verdict === 'push');

function listStockRows(base: PlanRow, decisions: readonly FieldDecision[]): PlanRow[] {
  return decisions.filter(isMove).flatMap((decision): PlanRow[] => {
    const row = { ...base, reason: 'STOCK_MOVED' as const, decisions: [decision] };
    if (!decision.moved) return [countOnTill({ ...row, reason: 'DECIDED_BY_PERSON' }, decision)];
    const pieces = Number(decision.pushed ?? 0);
    const [patch, undo] = [{ stockDelta: pieces }, { stockDelta: -pieces }];
    if (decision.verdict === 'write') return [{ ...row, action: 'update_woo', patch, undo }];
    if (decision.verdict === 'push')
      return [{ ...row, action: 'update_clover', tillPatch: patch, tillUndo: undo }];
    return [];
  });
}

function countOnTill(row: PlanRow, { pushed, till, wanted }: FieldDecision): PlanRow {
  return {
    ...row,
    action: 'update_clover',
    tillPatch: { stockCount: Number(pushed) },
    tillUndo: { stockCount: Number(till ?? wanted) },
  };
}

function listStoreRow(
  base: PlanRow,
  all: readonly FieldDecision[],
  product: StoreProduct,
  planner: ItemPlanner,
): PlanRow[] {
  const decisions = all.filter((decision) => decision.verdict === 'write' && !isMove(decision));
  const patch = buildPatch(decisions, product, planner.foreign);
  if (patch === null) return [];
  const undo = buildUndoPatch(patch, product);
  return [
    {
      ...base,
      action: 'update_woo',
      reason: readReason(decisions, 'CHANGED_ON_TILL'),
      decisions,
      patch,
      undo,
    },
  ];
}

function listTillRow(base: PlanRow, all: readonly FieldDecision[], subject: Subject): PlanRow[] {
  const decisions = all.filter((decision) => decision.verdict === 'push' && !isMove(decision));
  if (decisions.length === 0) return [];
  const tillPatch = buildTillPatch(decisions, subject.tillCategories ?? []);
  const tillUndo = buildTillUndo(decisions, subject.tillCategories ?? []);
  const reason = readReason(decisions, 'CHANGED_IN_STORE');
  return [{ ...base, action: 'update_clover', reason, decisions, tillPatch, tillUndo }];
}

function listConflictRow(base: PlanRow, all: readonly FieldDecision[]): PlanRow[] {
  const decisions = all.filter((decision) => decision.verdict === 'conflict');
  return decisions.length === 0 ? [] : [{ ...base, action: 'conflict', reason: 'EDITED_ON_BOTH', decisions }];
}

/** Both sides came to the same value by themselves: agreed on now, nothing to write. */
function listAgreedRow(base: PlanRow, all: readonly FieldDecision[], shadow: Shadow | null): PlanRow[] {
  const decisions = all.filter((decision) => decision.verdict === 'same' && isNews(decision, shadow));
  return decisions.length === 0 ? [] : [{ ...base, decisions }];
}

/** What differs and stays so, for a person who asks. */
function listLeftRow(base: PlanRow, all: readonly FieldDecision[]): PlanRow[] {
  const decisions = all.filter(
    ({ field, verdict, rule, wanted, store }) =>
      verdict === 'keep' || (rule === 'agreed' && !isSameValue(field, wanted, store ?? null)),
  );
  if (decisions.length === 0) return [];
  // An alternate name that says something else is no description: the row shows why it stays, and nothing differs.
  const isLeft = decisions.some(({ rule }) => rule !== 'alternate-name-in-use');
  return [isLeft ? { ...base, reason: 'LEFT_DIFFERENT', decisions } : { ...base, decisions }];
}

function isNews(
  { field, wanted, till, store, moved, orders }: FieldDecision,
  shadow: Shadow | null,
): boolean {
  const agreed = shadow?.[field];
  if (!agreed || moved) return true;
  // Of an order that was first seen with its count only what the count shows was agreed on. What has not shown since
  // was counted away in the same moment; left open, it would pass for the part of a later sale that a write covered.
  const { till: tillSold = 0, store: storeSold = 0 } = agreed.orders ?? {};
  if (orders && (orders.till !== tillSold || orders.store !== storeSold)) return true;
  const now = [till ?? wanted, wanted, store ?? null];
  return JSON.stringify(now) !== JSON.stringify([agreed.till, agreed.sent, agreed.store]);
}

function readReason(decisions: readonly FieldDecision[], usual: ReasonCode): ReasonCode {
  if (decisions.every(({ rule }) => rule === 'rules-changed')) return 'RULES_CHANGED';
  return decisions.every(({ rule }) => rule === 'decided' || rule === 'always') ? 'DECIDED_BY_PERSON' : usual;
}

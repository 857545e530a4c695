import { buildPatch, buildUndoPatch } from './build-patch.ts';
import { buildCreatePatch, buildRestorePatch, listCreateDecisions } from './create-patch.ts';
import type { KnownLink } from './known-link.ts';
import type { LivePlan } from './live-plan.ts';
import type { Match } from './matching.ts';
import { mergeFields } from './merge.ts';
import { refreshAddOns } from './modifier-adapters/refresh-add-ons.ts';
import { foldText } from './name-fold.ts';
import { readOwner } from './plan-context.ts';
import { planFirst, planPair } from './plan-pair.ts';
import type { NoteCode, PlanRow, ReasonCode } from './plan-row.ts';
import { emptyRow, type ItemPlanner, type Subject } from './plan-subject.ts';
import type { ProductPatch } from './product-patch.ts';
import type { StoreProduct } from './store-catalog.ts';
import { describeStoreProduct } from './stored-fields.ts';

/** Plans one subject: linked before, matched now, for review, or new. */
export function planSubject(subject: Subject, findMatch: () => Match, planner: ItemPlanner): PlanRow {
  if (planner.underway.has(subject.id)) return emptyRow(subject, 'skip', 'BEING_MADE');
  const choice = planner.choices.get(subject.id);
  if (choice === 'create') return createRow(subject, planner);
  if (choice) {
    const chosen = planner.index.byId.get(choice.link);
    const isFree = !planner.taken.has(choice.link) || planner.links.get(subject.id)?.wooId === choice.link;
    if (chosen && isFree) return linkRow(subject, chosen, 'ACCEPTED_BY_PERSON', 100, planner);
  }
  const link = planner.links.get(subject.id);
  if (link) return planLinked(subject, link, planner);
  if (planner.live?.isPartial || planner.live?.undone.has(subject.id))
    return emptyRow(subject, 'skip', 'NEW_ON_TILL');
  const trashed = planner.index.trashedByMark.get(subject.id);
  if (trashed && !planner.index.byMark.has(subject.id)) return restoreRow(subject, trashed, planner);
  const match = findMatch();
  if (match.kind === 'pair') return linkRow(subject, match.product, match.reason, match.score, planner);
  if (match.kind === 'review') {
    const score = match.suggestions[0]?.score ?? null;
    return { ...emptyRow(subject, 'review', match.reason), suggestions: match.suggestions, score };
  }
  const sku = foldText(String(subject.fields.wanted.get('sku') ?? ''));
  const blocking = sku === '' ? undefined : planner.index.trashedBySku.get(sku);
  if (blocking) {
    const { id: wooId, name } = blocking;
    return {
      ...emptyRow(subject, 'review', 'SKU_IN_TRASH'),
      suggestions: [{ wooId, name, sku: blocking.sku, score: 100 }],
    };
  }
  return createRow(subject, planner);
}

function planLinked(subject: Subject, link: KnownLink, planner: ItemPlanner): PlanRow {
  const product = planner.index.byId.get(link.wooId);
  if (!product) {
    const isTrashed = planner.index.trashedByMark.get(subject.id)?.id === link.wooId;
    const reason = isTrashed ? 'TRASHED_IN_STORE' : 'GONE_FROM_STORE';
    const row = { ...emptyRow(subject, 'skip', reason), wooId: link.wooId };
    return planner.live ? takeOffTill(row, link, subject, planner.live, planner) : row;
  }
  planner.taken.add(product.id);
  if (planner.live) return planLive(subject, product, link, planner, planner.live);
  const row = mergeRow(subject, product, link, planner);
  const verdicts = new Set(row.decisions.map((decision) => decision.verdict));
  if (verdicts.has('conflict')) return { ...row, action: 'conflict', reason: 'EDITED_ON_BOTH' };
  if (row.patch !== null) {
    const written = row.decisions.filter((decision) => decision.verdict === 'write');
    const isByRules = written.length > 0 && written.every((decision) => decision.rule === 'rules-changed');
    return { ...row, action: 'update_woo', reason: isByRules ? 'RULES_CHANGED' : 'CHANGED_ON_TILL' };
  }
  const isStoreEdited = row.decisions.some((decision) => decision.rule === 'store-changed');
  if (isStoreEdited) return { ...row, action: 'skip', reason: 'EDITED_IN_STORE' };
  // Equal values have another rule, so these differ.
  const isLeftDifferent = row.decisions.some((decision) => decision.rule === 'agreed');
  if (isLeftDifferent) return { ...row, action: 'skip', reason: 'LEFT_DIFFERENT' };
  return { ...row, action: 'skip', reason: 'ALREADY_IN_STEP', decisions: [] };
}

/** The first row is the answer, so that a group sees what becomes of its parent. */
function planLive(
  subject: Subject,
  product: StoreProduct,
  link: KnownLink,
  planner: ItemPlanner,
  live: LivePlan,
): PlanRow {
  const [first, ...others] = planPair(subject, product, link, planner, live);
  planner.beside.push(...others);
  return first ?? { ...emptyRow(subject, 'skip', 'ALREADY_IN_STEP'), wooId: product.id };
}

/** A product that is gone from the store: its item is hidden on the till, once, unless deletes are ignored. */
function takeOffTill(
  row: PlanRow,
  link: KnownLink,
  subject: Subject,
  live: LivePlan,
  { context }: ItemPlanner,
): PlanRow {
  const isLeft = live.reach === 'store' || context.settings['sync.deleteAction'] === 'ignore';
  if (isLeft || link.isDeleted || subject.kind === 'variable') return row;
  return { ...row, action: 'update_clover', tillPatch: { isHidden: true }, tillUndo: { isHidden: false } };
}

function linkRow(
  subject: Subject,
  product: StoreProduct,
  reason: ReasonCode,
  score: number,
  planner: ItemPlanner,
): PlanRow {
  planner.taken.add(product.id);
  if (planner.live) {
    const [first, ...others] = planFirst(subject, product, planner, planner.live);
    planner.beside.push(...others);
    return { ...first, action: 'link', reason, score };
  }
  return { ...mergeRow(subject, product, null, planner), action: 'link', reason, score };
}

function mergeRow(
  subject: Subject,
  product: StoreProduct,
  link: KnownLink | null,
  planner: ItemPlanner,
): PlanRow {
  const { settings } = planner.context;
  const stored = describeStoreProduct(product, planner.foreign.owned);
  const merged = mergeFields({
    wanted: subject.fields,
    stored,
    shadow: link?.shadow ?? null,
    pinned: link?.pinned ?? [],
    owner: (field) => readOwner(settings, field),
    held: planner.held(subject.id),
  });
  const decisions = refreshAddOns(merged, product, {
    mayWriteStore: true,
    isPinned: link?.pinned.includes('modifiers') ?? false,
    rule: 'add-ons-behind',
  });
  const patch = buildPatch(decisions, product, planner.foreign);
  const notes: NoteCode[] = [...subject.fields.notes];
  if (subject.fields.wanted.has('stock') && !stored.has('stock')) notes.push('STOCK_NOT_MANAGED');
  return {
    ...emptyRow(subject, 'skip', 'ALREADY_IN_STEP'),
    wooId: product.id,
    notes,
    decisions,
    patch,
    undo: patch === null ? null : buildUndoPatch(patch, product),
  };
}

function createRow(subject: Subject, planner: ItemPlanner): PlanRow {
  const isOld = planner.live?.mayCreate?.has(subject.parentId ?? subject.id) === false;
  if (isOld || planner.live?.reach === 'till' || planner.context.settings['sync.create.store'] === 'off')
    return emptyRow(subject, 'skip', 'NEW_ON_TILL');
  return {
    ...emptyRow(subject, 'create_woo', 'NEW_ON_TILL'),
    decisions: listCreateDecisions(subject.fields),
    patch: buildCreatePatch(subject.made, subject, planner.context),
  };
}

/** What an undo put into the trash comes back under its old id, with its SKU (woocommerce.md 3). */
export function restoreRow(subject: Subject, trashed: StoreProduct, planner: ItemPlanner): PlanRow {
  const row = createRow(subject, planner);
  if (row.patch === null) return row;
  const patch = buildRestorePatch(subject.made, subject, planner.context);
  return { ...row, reason: 'RESTORED_FROM_TRASH', wooId: trashed.id, patch, undo: { status: 'trash' } };
}

/** Adds to a row's patch what the merge of shared fields does not know of: new options of a parent. */
export function widenPatch(row: PlanRow, extra: ProductPatch, product: StoreProduct): PlanRow {
  const patch = { ...row.patch, ...extra };
  const undo = buildUndoPatch(patch, product);
  const isIdle = row.action === 'skip';
  return { ...row, patch, undo, ...(isIdle ? { action: 'update_woo', reason: 'CHANGED_ON_TILL' } : {}) };
}

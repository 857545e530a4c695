import type { FieldDecision } from '../../domain/fields.ts';
import type { RunId } from '../../domain/ids.ts';
import { explainShift } from '../../domain/merge-stock.ts';
import { OLDER_LINKS_MARK } from '../../domain/older-file.ts';
import { type PlanInput, planImport } from '../../domain/plan.ts';
import type { PlanRow } from '../../domain/plan-row.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import { followNames, followVariantNames } from '../agreed-name.ts';
import { COMPARED_MARK, FOLLOW_MARKS, RULES_MARK } from '../cursors.ts';
import type { Pairing } from '../flows/pairing.ts';
import { createPlanTally } from '../flows/plan-tally.ts';
import type { ImportDeps } from '../import-deps.ts';
import { noteAgreed, noteOvertaken, openConflict } from '../lapsed-answers.ts';
import type { Conflict, InboxEntry, Link, RunKind } from '../ledger-ports.ts';
import { readLinkKind } from '../result-recorder.ts';
import { notePlaces } from './category-places.ts';
import { noteLeftVariants } from './new-variants.ts';
import { notePricesLeft } from './prices-left.ts';
import { listRead, noteAsked, noteSights } from './put-back.ts';
import { dropRefused, isLeft, isWork } from './refused-rows.ts';

const ROWS_A_PORTION = 250;

/** What a plan in both directions came to. */
export interface SyncPlan {
  /** null where nothing is to be written anywhere. */
  readonly runId: RunId | null;
  /** Products that were compared. */
  readonly compared: number;
}

/**
 * Plans changes in both directions and keeps the plan, its conflicts and the end of its hints in one
 * transaction, so that a crash leaves either the hints or the plan.
 * @param touched links that were compared; null for all of them
 */
export async function keepSyncPlan(
  deps: ImportDeps,
  input: PlanInput,
  pairing: Pairing,
  kind: RunKind,
  touched: readonly Link[] | null,
  entries: readonly InboxEntry[],
): Promise<SyncPlan> {
  const { ledger, clock, timers } = deps;
  const rows: PlanRow[] = [];
  let compared = 0;
  for (const row of planImport(input)) {
    compared += 1;
    if (compared % ROWS_A_PORTION === 0) await timers.breathe();
    if (row.patch !== null || row.tillPatch !== null || row.decisions.length > 0) rows.push(row);
  }
  const compare = touched && new Set<string>(touched.map((link) => link.cloverId));
  const stocks = new Map(input.links.map(({ cloverId, shadow }) => [cloverId, shadow?.stock]));
  const runId = ledger.transaction((): RunId | null => {
    const kept = dropRefused(rows, compare, deps);
    noteLeft(rows, touched, deps);
    notePricesLeft(rows, touched, deps, (row) => findRowLink(row, deps));
    for (const row of rows) {
      agreeRow(row, stocks, deps);
      noteMovement(row, input, deps);
    }
    followVariantNames(ledger, touched ?? ledger.links.all(), input.till.items);
    notePlaces(input, deps);
    settleConflicts(rows, touched, deps);
    ledger.inbox.remove(entries);
    noteSights(listRead(input.store), ledger);
    if (input.live?.isStoreOlder) noteAsked(ledger);
    if (touched === null) {
      noteCompared(ledger, input.settings);
      noteLeftVariants(ledger, input.store, rows);
      if (!rows.some(isNewPair)) ledger.meta.remove(OLDER_LINKS_MARK);
    }
    if (!kept.some(isWork)) return null;
    const id = ledger.runs.create({ kind, undoes: null, createdMs: clock.nowMs() });
    ledger.changes.insert(id, kept);
    const tally = createPlanTally(deps.shop, input, pairing);
    for (const row of kept) tally.add(row);
    const { counts, details } = tally.describe();
    ledger.runs.finishPlan(id, counts, JSON.stringify(details));
    if (touched === null) ledger.runs.supersedeOthers(kind, id);
    return id;
  });
  deps.onPricesLeft?.();
  deps.onPutBack?.();
  return { runId, compared };
}

const isNewPair = ({ action, kind }: PlanRow): boolean => action === 'link' && kind !== 'category';

/** Under rules that were changed while both sides were read, everything is still to be compared. */
function noteCompared({ meta, settings }: ImportDeps['ledger'], under: Settings): void {
  meta.put(COMPARED_MARK, 'yes');
  if (JSON.stringify(completeSettings(settings.all())) === JSON.stringify(under)) meta.remove(RULES_MARK);
}

const findRowLink = (row: PlanRow, { ledger }: ImportDeps): Link | null =>
  row.cloverId === null ? null : ledger.links.findByClover(readLinkKind(row.kind), row.cloverId);

/**
 * Both sides say the same by themselves: the new base, without a write.
 * @param stocks what was agreed on of each item’s count when the plan was made
 */
function agreeRow(row: PlanRow, stocks: ReadonlyMap<string, unknown>, deps: ImportDeps): void {
  if (row.action !== 'skip' || row.reason !== 'ALREADY_IN_STEP' || row.kind === 'category') return;
  const link = findRowLink(row, deps);
  if (!link) return;
  const { shadows, links } = deps.ledger;
  let shadow = { ...shadows.get(link.id) };
  // An order of ours was agreed on meanwhile: its hint has the counts looked at again.
  const isOld = ({ field }: FieldDecision): boolean =>
    field === 'stock' && JSON.stringify(shadow.stock) !== JSON.stringify(stocks.get(link.cloverId));
  const agreed = row.decisions.filter((decision) => isAgreement(decision) && !isOld(decision));
  for (const { field, wanted, till = wanted, store = null, orders } of agreed)
    shadow = { ...shadow, [field]: { till, sent: wanted, store, ...(orders ? { orders } : {}) } };
  shadows.put(link.id, shadow);
  followNames(deps.ledger, link.id, row.decisions);
  if (link.status === 'waiting') links.touch(link.id, 'synced', deps.clock.nowMs());
}

/** Two texts that have nothing to do with each other are never agreed on. */
const isAgreement = ({ rule }: FieldDecision): boolean => rule !== 'alternate-name-in-use';

/** What differs and stays so, for the status. */
function noteLeft(rows: readonly PlanRow[], touched: readonly Link[] | null, deps: ImportDeps): void {
  const left = rows.filter(isLeft).flatMap((row) => findRowLink(row, deps)?.id ?? []);
  deps.ledger.left.note(touched === null ? null : touched.map(({ id }) => id), left);
}

/** What no order explains was counted, or came in: the ledger of stock tells it apart from sales. */
function noteMovement(row: PlanRow, { live }: PlanInput, deps: ImportDeps): void {
  // What is left as it is moves nothing.
  if (row.reason === 'LEFT_DIFFERENT') return;
  const [decision] = row.decisions;
  const link = decision?.moved ? findRowLink(row, deps) : null;
  if (!decision?.moved || !link || !live) return;
  const side = decision.verdict === 'write' ? 'till' : 'store';
  const pieces = decision.moved[side];
  const before = deps.ledger.shadows.get(link.id)?.stock?.orders?.[side];
  const rest = pieces - explainShift(pieces, live.orders(link.cloverId)[side], before);
  if (pieces < 0 && rest === 0) deps.ledger.meta.put(FOLLOW_MARKS[side], deps.shop);
  if (rest === 0) return;
  const reason = rest > 0 ? 'receipt' : 'count';
  const atMs = deps.clock.nowMs();
  deps.ledger.stockMoves.add([{ linkId: link.id, side, reason, pieces: rest, orderId: null, atMs }]);
}

/** Opens what both sides changed, and closes what is a conflict no more. */
function settleConflicts(rows: readonly PlanRow[], touched: readonly Link[] | null, deps: ImportDeps): void {
  const { conflicts, links, shadows } = deps.ledger;
  const time = { nowMs: deps.clock.nowMs(), currency: deps.currency };
  const open = new Map<number, Set<string>>();
  const note = (link: Link, decision: FieldDecision): void => {
    const fields = open.get(link.id) ?? new Set();
    open.set(link.id, fields.add(decision.field));
  };
  for (const row of rows) {
    const link = row.kind === 'category' ? null : findRowLink(row, deps);
    if (!link) continue;
    for (const decision of row.decisions) {
      const { field, wanted, till = wanted, store = null, verdict, rule } = decision;
      if (verdict === 'conflict') {
        const base = shadows.get(link.id)?.[field]?.till ?? null;
        openConflict(deps.ledger, { linkId: link.id, field, base, till, store }, time);
      }
      // One that a person decided ends when it is written.
      if (verdict === 'conflict' || rule === 'decided') note(link, decision);
    }
    if (row.action === 'conflict') links.setStatus(link.id, 'conflict');
  }
  for (const conflict of conflicts.page({ limit: Number.MAX_SAFE_INTEGER, offset: 0 })) {
    const isCompared = touched === null || touched.some((link) => link.id === conflict.linkId);
    if (!isCompared || open.get(conflict.linkId)?.has(conflict.field)) continue;
    noteUnheard(conflict, rows, deps);
    conflicts.close(conflict.linkId, conflict.field);
    if (conflicts.ofLink(conflict.linkId).length === 0)
      links.touch(conflict.linkId, 'synced', deps.clock.nowMs());
  }
}

/** An answer that was not carried out, where what the sides have now needs none. */
function noteUnheard(conflict: Conflict, rows: readonly PlanRow[], deps: ImportDeps): void {
  const { cloverId, field, ruling } = conflict;
  if (ruling === null) return;
  const decision = rows
    .filter((row) => row.kind !== 'category' && row.cloverId === cloverId)
    .flatMap(({ decisions }) => decisions)
    .find((it) => it.field === field);
  const time = { nowMs: deps.clock.nowMs(), currency: deps.currency };
  if (decision?.rule !== 'always') {
    noteAgreed(deps.ledger, conflict, time);
    return;
  }
  const { wanted, till = wanted, store = null } = decision;
  noteOvertaken(
    deps.ledger,
    { ...conflict, till, store },
    ruling,
    'the rule for this field settles it',
    time,
  );
}

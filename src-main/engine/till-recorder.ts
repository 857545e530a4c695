import type { Failure } from '../domain/failure.ts';
import type { AgreedField, FieldDecision, FieldName, Shadow } from '../domain/fields.ts';
import type { CloverId, WooId } from '../domain/ids.ts';
import type { TillItem } from '../domain/till-catalog.ts';
import { followNames } from './agreed-name.ts';
import { openConflict } from './lapsed-answers.ts';
import type { Ledger, LinkKind, OutboxRow, RunChange } from './ledger-ports.ts';
import type { Clock } from './ports.ts';
import { createRowTeller } from './row-teller.ts';
import { settleDecided } from './settle-decided.ts';
import { readOwnForm } from './till-value.ts';

/** Commits what became of rows that were written to the till, and of stock on either side. */
export interface TillRecorder {
  /** @param item as the till says after the write; null for a thing that is no item (a group, a category) */
  recordWritten(row: OutboxRow, item: TillItem | null, requestId: string): void;
  /** @param triedMs when the count was read that the write replaced */
  recordMoved(row: OutboxRow, requestId: string, triedMs?: number): void;
  /** Nobody can tell whether the stock moved: a person decides. */
  recordUnsure(row: OutboxRow, now: { readonly till: number | null; readonly store: number | null }): void;
  /** What was planned no longer fits; the product is looked at again. */
  recordOutdated(row: OutboxRow): void;
  recordFailed(row: OutboxRow, failure: Failure, requestId?: string): void;
  /** A thing that was made on the till for a store product, with what both sides then say. */
  recordMade(row: OutboxRow, pairs: readonly MadePair[], requestId: string): void;
}

export interface MadePair {
  readonly kind: LinkKind;
  readonly cloverId: CloverId;
  readonly wooId: WooId;
  readonly parentWooId: WooId | null;
  readonly groupId: CloverId | null;
  readonly name: string;
  readonly sku: string;
  readonly shadow: Shadow;
}

export function createTillRecorder(
  ledger: Ledger,
  clock: Pick<Clock, 'nowMs' | 'monotonicMs'>,
): TillRecorder {
  const tell = createRowTeller(ledger, clock);
  const end = (row: OutboxRow, requestId: string): RunChange | null => {
    const change = ledger.changes.get(row.changeId);
    const nowMs = clock.nowMs();
    ledger.changes.markDone(row.changeId, { wooId: row.wooId, requestId, isCreated: false, doneMs: nowMs });
    ledger.outbox.setState([row.seq], 'done');
    return change;
  };
  const settleLink = (linkId: number | null): void => {
    if (linkId === null) return;
    const hasConflict = ledger.conflicts.ofLink(linkId).length > 0;
    ledger.links.touch(linkId, hasConflict ? 'conflict' : 'synced', clock.nowMs());
  };
  return {
    recordWritten: (row, item, requestId) =>
      ledger.transaction(() => {
        const change = end(row, requestId);
        if (!change || row.linkId === null) return;
        ledger.shadows.put(row.linkId, agreeOnTill(change, item, ledger.shadows.get(row.linkId)));
        conclude(ledger, row.linkId, change);
        if (change.reason === 'GONE_FROM_STORE' || change.reason === 'TRASHED_IN_STORE')
          ledger.links.touch(row.linkId, 'deleted', clock.nowMs());
        else settleLink(row.linkId);
        tell.changed(row, change);
      }),
    recordMoved: (row, requestId, triedMs = clock.nowMs()) =>
      ledger.transaction(() => {
        const change = end(row, requestId);
        if (!change || row.linkId === null) return;
        const [decision] = change.decisions;
        const before = ledger.shadows.get(row.linkId);
        const times = { triedMs, endedMs: clock.nowMs() };
        const after = decision?.moved
          ? shiftStock(before, decision, times)
          : agreeOnTill(change, null, before);
        ledger.shadows.put(row.linkId, after);
        conclude(ledger, row.linkId, change);
        settleLink(row.linkId);
        tell.changed(row, change);
      }),
    recordUnsure: (row, now) =>
      ledger.transaction(() => {
        keepUnsure(ledger, row, now, clock.nowMs());
        tell.unsure(row, ledger.changes.get(row.changeId)?.name ?? row.cloverId ?? '');
      }),
    recordOutdated: (row) =>
      ledger.transaction(() => {
        ledger.changes.setState(row.changeId, 'kept');
        ledger.outbox.setState([row.seq], 'done');
        const key = row.cloverId;
        if (key !== null) ledger.inbox.add([{ side: 'till', key }], clock.nowMs());
      }),
    recordFailed: (row, failure, requestId) =>
      ledger.transaction(() => {
        ledger.changes.markFailed(row.changeId, failure, clock.nowMs(), requestId);
        tell.refused(row, ledger.changes.get(row.changeId)?.name ?? row.cloverId ?? '', failure);
        ledger.outbox.setState([row.seq], 'parked');
        if (row.linkId !== null) ledger.links.setStatus(row.linkId, 'error');
      }),
    recordMade: (row, pairs, requestId) =>
      ledger.transaction(() => {
        keepMade(ledger, row, pairs, requestId, clock.nowMs());
        tell.made(row, pairs[0]?.name ?? '');
      }),
  };
}

/** Once it is agreed on: the name that it goes by now, and the end of what a person decided. */
function conclude(ledger: Ledger, linkId: number, { decisions }: RunChange): void {
  followNames(ledger, linkId, decisions);
  settleDecided(ledger, linkId, decisions);
}

function keepUnsure(
  ledger: Ledger,
  row: OutboxRow,
  now: { readonly till: number | null; readonly store: number | null },
  nowMs: number,
): void {
  ledger.changes.setState(row.changeId, 'kept');
  ledger.outbox.setState([row.seq], 'done');
  if (row.linkId === null) return;
  const base = ledger.shadows.get(row.linkId)?.stock?.till ?? null;
  // Pieces have no currency.
  openConflict(ledger, { linkId: row.linkId, field: 'stock', base, ...now }, { nowMs, currency: '' });
  ledger.links.setStatus(row.linkId, 'conflict');
}

function keepMade(
  ledger: Ledger,
  row: OutboxRow,
  pairs: readonly MadePair[],
  requestId: string,
  nowMs: number,
): void {
  for (const { shadow, ...pair } of pairs) {
    const link = { ...pair, status: 'synced' as const, lastSyncedMs: nowMs };
    ledger.shadows.put(ledger.links.put(link), shadow);
  }
  const [first] = pairs;
  if (first) ledger.changes.setClover(row.changeId, first.cloverId);
  ledger.changes.markDone(row.changeId, { wooId: row.wooId, requestId, isCreated: true, doneMs: nowMs });
  ledger.outbox.setState([row.seq], 'done');
}

/** The new base of every field that was pushed: what the till says now, and the store's value it came from. */
function agreeOnTill(change: RunChange, item: TillItem | null, before: Shadow | null): Shadow {
  const shadow: { [field in FieldName]?: AgreedField } = { ...before };
  for (const decision of change.decisions) {
    const { field, verdict, pushed = null, sent = pushed, moved } = decision;
    if (verdict !== 'push' || moved) continue;
    const store = decision.store ?? before?.[field]?.store ?? null;
    // The till may keep a text in its own form; then that is what it will say again. Anything else that it says
    // was written by somebody after us, and is news of the till.
    const own = item === null ? null : readOwnForm(item, field, pushed);
    // Lists are kept in the store's words, as the rules make them of the till's.
    const till = field === 'categories' || field === 'modifiers' ? sent : (own ?? pushed);
    shadow[field] = {
      till,
      sent: own === null ? sent : own,
      store,
      ...(decision.orders ? { orders: decision.orders } : {}),
    };
  }
  return shadow;
}

/** Agreed counts grow by what was moved: the two directions of one product end in any order. */
export function shiftStock(
  before: Shadow | null,
  decision: FieldDecision,
  { triedMs, endedMs }: { readonly triedMs: number; readonly endedMs: number },
): Shadow {
  const { moved, verdict, orders, ordersBefore, mayCover } = decision;
  const agreed = before?.stock;
  if (!agreed || !moved) return { ...before };
  const till = Number(agreed.till) + moved.till;
  const store = Number(agreed.store) + moved.store;
  const known = agreed.orders ?? { till: 0, store: 0 };
  // This row carried over what happened on one side; the other side's orders wait for theirs.
  const [from, to] = verdict === 'write' ? (['till', 'store'] as const) : (['store', 'till'] as const);
  const hasCarried = moved.till !== 0 || moved.store !== 0;
  const carried = (orders?.[from] ?? 0) - (ordersBefore ?? known)[from];
  const sums = orders && hasCarried ? { ...known, [from]: known[from] + carried } : known;
  const earlierMs = mayCover === 'still' ? agreed.written?.[to] : undefined;
  const written = { ...agreed.written, [to]: mayCover && (earlierMs ?? triedMs) };
  const ended = { ...agreed.ended, [to]: mayCover && endedMs };
  return { ...before, stock: { till, sent: Math.floor(till), store, orders: sums, written, ended } };
}

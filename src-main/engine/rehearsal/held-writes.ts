import { type BrakeTally, createBrakeTally, tallyRow } from '../../domain/brake.ts';
import type { FieldDecision } from '../../domain/fields.ts';
import type { OrderFlow } from '../../domain/orders/order-flow.ts';
import { findPriceLeap } from '../../domain/price-leap.ts';
import { completeSettings, type Settings } from '../../domain/settings.ts';
import type { NewTillItem } from '../../domain/till-patch.ts';
import { readDetails } from '../import-deps.ts';
import type { Conflict, Ledger, Run, RunChange } from '../ledger-ports.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { HeldField, HeldFlag, HeldOrder, HeldWrite, RehearsalState } from '../rehearsal-face.ts';
import type { KeptAct } from './held-acts.ts';

/** As many as anybody has in days; a rehearsal is no archive. */
const MOST_ORDERS = 5_000;
const MOST_CONFLICTS = 10_000;

export interface HeldSources {
  readonly ledger: Ledger;
  /** null where a side is not connected. */
  readonly orders: OrderLedger | null;
  readonly acts: readonly KeptAct[];
  readonly startedMs: number;
  /** Runs that were half done when it began, and are gone on with. */
  readonly halfDone: ReadonlySet<number>;
}

export interface HeldList {
  /** Newest first. */
  readonly writes: readonly HeldWrite[];
  readonly brakes: RehearsalState['brakes'];
  readonly linked: number;
}

/**
 * What would have been written, out of the plans that the rehearsal has made: the same rows, by the same flows,
 * that would have been carried out.
 */
export function listHeld(sources: HeldSources): HeldList {
  const { ledger, orders, acts, startedMs, halfDone } = sources;
  const settings = completeSettings(ledger.settings.all());
  const things = new Map<string, HeldWrite>();
  const brakes: RehearsalState['brakes'][number][] = [];
  let linked = 0;
  const runs = ledger.runs.list(Number.MAX_SAFE_INTEGER).reverse();
  for (const run of runs) {
    if (run.createdMs < startedMs && !halfDone.has(run.id)) continue;
    if (run.state === 'planning' || run.state === 'superseded') continue;
    const brake = run.state === 'braked' ? readDetails(run.details).brake : null;
    if (brake) brakes.push(brake);
    for (const row of ledger.changes.page(run.id, { limit: Number.MAX_SAFE_INTEGER, offset: 0 })) {
      if (row.action === 'link') linked += 1;
      if (!isHeld(row, run, startedMs)) continue;
      const write = describeRow(row, run, brake !== null, settings);
      // Of a thing that nothing was written of, a later plan holds all that the earlier one had.
      things.delete(write.id);
      things.set(write.id, write);
    }
  }
  const writes = [
    ...things.values(),
    ...listConflicts(ledger, startedMs),
    ...listOrders(orders, settings, startedMs),
    ...acts.map(describeAct),
  ];
  return { writes: writes.sort((left, right) => right.atMs - left.atMs), brakes, linked };
}

function isHeld({ patch, tillPatch, state, doneMs }: RunChange, run: Run, startedMs: number): boolean {
  if (patch === null && tillPatch === null) return false;
  if (run.createdMs >= startedMs) return state !== 'done' && state !== 'kept';
  return state === 'failed' && (doneMs ?? 0) >= startedMs;
}

function describeRow(row: RunChange, run: Run, isBraked: boolean, settings: Settings): HeldWrite {
  const side = row.tillPatch === null ? 'store' : 'till';
  const isNew = row.action === 'create_woo' || row.action === 'create_clover';
  const isStock = row.patch?.stockDelta !== undefined || row.tillPatch?.stockDelta !== undefined;
  const kind = isNew ? 'new' : isStock ? 'stock' : 'change';
  return {
    id: `${kind} ${side} ${row.kind} ${row.cloverId ?? `woo ${row.wooId}`}`,
    atMs: row.doneMs ?? run.createdMs,
    side,
    kind,
    flags: listFlags(row, isBraked, settings),
    name: row.name,
    sku: row.sku,
    thing: row.kind,
    reason: row.reason,
    fields: listFields(row, isNew),
    order: null,
    act: null,
  };
}

function listFlags(row: RunChange, isBraked: boolean, settings: Settings): HeldFlag[] {
  const tally: BrakeTally = createBrakeTally();
  tallyRow(tally, row, settings);
  return [
    ...(isBraked ? (['braked'] as const) : []),
    ...(findPriceLeap(row.decisions) || tally.bigPriceChanges > 0 ? (['price-leap'] as const) : []),
    ...(tally.zeroedStocks > 0 ? (['zero-stock'] as const) : []),
  ];
}

function listFields(row: RunChange, isNew: boolean): HeldField[] {
  const made = row.tillPatch?.create;
  if (made?.kind === 'item' && row.decisions.length === 0) return listMade(made.item);
  return row.decisions.flatMap((decision): HeldField[] => {
    const { field, verdict, rule, store = null } = decision;
    if (verdict === 'write')
      return [{ field, from: isNew ? null : store, to: countMoved(decision, store), rule }];
    if (verdict !== 'push') return [];
    const till = decision.till ?? decision.wanted;
    return [{ field, from: isNew ? null : till, to: countMoved(decision, till), rule }];
  });
}

/** A stock that moves is planned as the pieces that are added: people read the count that comes of it. */
function countMoved({ moved, verdict, wanted, pushed }: FieldDecision, before: unknown): HeldField['to'] {
  if (moved && typeof before === 'number') return before + Number(pushed ?? 0);
  return verdict === 'write' ? wanted : (pushed ?? null);
}

const listMade = ({ name, priceAmount, sku = '', barcode = '' }: NewTillItem): HeldField[] =>
  (
    [
      ['name', name],
      ['price', priceAmount],
      ['sku', sku],
      ['barcode', barcode],
    ] as const
  ).flatMap(([field, to]) => (to === '' ? [] : [{ field, from: null, to, rule: null }]));

const EMPTY = { flags: [], name: '', sku: '', thing: null, reason: null, fields: [], order: null, act: null };

const listConflicts = ({ conflicts, links }: Ledger, startedMs: number): HeldWrite[] =>
  conflicts
    .page({ limit: MOST_CONFLICTS, offset: 0 })
    .filter(({ sinceMs }) => sinceMs >= startedMs)
    .map(
      (conflict: Conflict): HeldWrite => ({
        ...EMPTY,
        id: `conflict ${conflict.id}`,
        atMs: conflict.sinceMs,
        side: null,
        kind: 'conflict',
        name: conflict.name,
        sku: links.get(conflict.linkId)?.sku ?? '',
        reason: 'EDITED_ON_BOTH',
        // The till's value, then the store's.
        fields: [{ field: conflict.field, from: conflict.till, to: conflict.store, rule: 'both-changed' }],
      }),
    );

/** Planned, and never begun on the till: whatever became of it since, it would have been there. */
const isHeldOrder = ({ ticket, tillOrderId, step, seenMs }: OrderFlow, startedMs: number): boolean =>
  ticket !== null && tillOrderId === null && step === 'placing' && seenMs >= startedMs;

const listOrders = (orders: OrderLedger | null, settings: Settings, startedMs: number): HeldWrite[] =>
  (orders?.page({ limit: MOST_ORDERS, offset: 0 }).flows ?? [])
    .filter((flow) => isHeldOrder(flow, startedMs))
    .map(
      (flow): HeldWrite => ({
        ...EMPTY,
        id: `order ${flow.wooId}`,
        atMs: flow.seenMs,
        side: 'till',
        kind: 'order',
        name: flow.number,
        order: describeOrder(flow, settings),
      }),
    );

function describeOrder({ number, currency, ticket }: OrderFlow, settings: Settings): HeldOrder {
  return {
    number,
    currency,
    totalAmount: ticket?.totalAmount ?? 0,
    tipAmount: ticket?.tipAmount ?? 0,
    lines: (ticket?.lines ?? []).map(({ name, priceAmount, modifications, note }) => ({
      name: [name, ...modifications.map((it) => it.name)].join(', '),
      amount: priceAmount + modifications.reduce((sum, { amount }) => sum + amount, 0),
      note,
    })),
    isPrinted: settings['orders.print'] === 'app',
    isInWords: ticket?.isAttention ?? false,
  };
}

const describeAct = ({ atMs, side, ...act }: KeptAct): HeldWrite => ({
  ...EMPTY,
  id: `act ${act.what} ${act.order ?? ''} ${act.to}`,
  atMs,
  side,
  kind: 'act',
  name: act.order ?? act.to,
  act,
});

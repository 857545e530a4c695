import { createFailure, type Failure } from '../domain/failure.ts';
import type { AddOnVerdict } from '../domain/modifier-adapters/adapter.ts';
import type { RowAction } from '../domain/plan-row.ts';
import { completeSettings } from '../domain/settings.ts';
import { readAddOnVerdict } from './add-on-record.ts';
import { COMPARED_MARK } from './cursors.ts';
import type { Connections, EngineStatus, TillLoginFacts } from './face.ts';
import { readDetails } from './import-deps.ts';
import type { Ledger, Run, RunState } from './ledger-ports.ts';
import type { Clock } from './ports.ts';
import { isOfShop, readShop } from './shop.ts';

/** Runs whose rows say how the two sides differ. */
const KNOWING: readonly RunState[] = [
  'planned',
  'braked',
  'approved',
  'applying',
  'cancelled',
  'stopped',
  'done',
];
const DAY_MS = 24 * 60 * 60_000;
/** A log-in that ends sooner is told. */
const LOGIN_WARNING_DAYS = 14;
/** Nothing to a shop whose web orders are switched off. */
const ORDER_RIGHTS = 'CLOVER_ORDER_PERMISSION_MISSING';
const WRITING: readonly RowAction[] = ['create_woo', 'create_clover', 'update_woo', 'update_clover'];

/** Where everything stands, from what is kept here; asks neither side. */
export function describeStatus(ledger: Ledger, connections: Connections, clock: Clock): EngineStatus {
  const { oldestMs: oldestWriteMs, ...queue } = ledger.outbox.countByState();
  // What is to be looked at while a side is away waits as well.
  const hints = ledger.inbox.count();
  const oldestMs = readEarlier(oldestWriteMs, hints.oldestMs);
  const last = ledger.runs.findLatest('import', ['done']);
  const unfinished = ledger.runs.findLatest('import', ['approved', 'applying', 'cancelled', 'stopped']);
  const newest = ledger.runs.findLatest('import', KNOWING);
  const shop = readShop(connections);
  const here = (run: Run | null): Run | null => (run && isOfShop(run, shop) ? run : null);
  const till = connections.readTill();
  const store = connections.readStore();
  const planned = ledger.runs.findLatest('import', ['planned', 'braked']);
  const hasOrders = completeSettings(ledger.settings.all())['orders.enabled'] === 'on';
  const addOns = readAddOnVerdict(ledger, store?.store.url ?? null);
  return {
    till,
    store,
    tillLogin: connections.readTillLogin(),
    queue: {
      ...queue,
      waiting: queue.waiting + hints.waiting,
      oldestSeconds: oldestMs === null ? null : Math.max(0, Math.round((clock.nowMs() - oldestMs) / 1000)),
    },
    products: ledger.links.countByStatus(),
    lastSyncMs: here(last)?.finishedMs ?? null,
    unfinishedRun: here(unfinished),
    differing: describeDifferences(ledger, here(newest)),
    addOns,
    warnings: [
      ...(till?.warnings ?? []).filter(({ code }) => hasOrders || code !== ORDER_RIGHTS),
      ...(store?.warnings ?? []),
      ...listLoginWarnings(connections.readTillLogin(), clock.nowMs()),
      ...listAddOnWarnings(addOns),
      ...(planned ? readDetails(planned.details).warnings : []),
    ],
  };
}

/** What a person should do before, or after, the till lets nobody in any more. */
function listLoginWarnings(login: TillLoginFacts | null, nowMs: number): readonly Failure[] {
  if (!login) return [];
  if (login.lost) return [login.lost];
  const leftMs = (login.refreshEndsMs ?? login.accessEndsMs) - nowMs;
  if (leftMs >= LOGIN_WARNING_DAYS * DAY_MS) return [];
  const days = Math.max(0, Math.floor(leftMs / DAY_MS));
  const when = days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
  return [createFailure('CLOVER_LOGIN_ENDS_SOON', { when })];
}

/** A store without such a plugin is nothing to warn of; one whose plugin cannot be filled or followed is. */
function listAddOnWarnings(addOns: AddOnVerdict | null): readonly Failure[] {
  const isPlain = addOns === null || addOns.wanted === 'none' || addOns.reach.isTwoWay;
  if (isPlain || (addOns.wanted === 'auto' && addOns.found.length === 0)) return [];
  return [createFailure('WOO_ADD_ONS_ONE_WAY', { reason: addOns.reach.reason })];
}

const readEarlier = (left: number | null, right: number | null): number | null =>
  left === null || right === null ? (left ?? right) : Math.min(left, right);

/** What the newest look at both sides knows of that is not the same on both. */
function describeDifferences(ledger: Ledger, run: Run | null): EngineStatus['differing'] {
  if (!run) return { planned: 0, left: 0 };
  const isWaiting = run.state === 'planned' || run.state === 'braked';
  return {
    planned: isWaiting ? WRITING.reduce((sum, action) => sum + (run.counts[action] ?? 0), 0) : 0,
    // Since everything was compared, looks at single products keep this up to date.
    left: ledger.meta.get(COMPARED_MARK) === null ? ledger.changes.countLeft(run.id) : ledger.left.count(),
  };
}

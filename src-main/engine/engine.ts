import { findDataFailure } from '../domain/data-failure.ts';
import { createFailure, type Failure } from '../domain/failure.ts';
import type { RunId } from '../domain/ids.ts';
import { completeSettings } from '../domain/settings.ts';
import type { Words } from '../domain/words.ts';
import { bindTimers } from './bound-timers.ts';
import type { OpenConnections } from './connections.ts';
import { type CountGuard, createCountGuard } from './count-guard.ts';
import { explainProduct } from './explain.ts';
import { type Alerts, type Attempt, type Engine, fail, succeed } from './face.ts';
import { witnessCounts } from './flows/count-witness.ts';
import { forgetLinks } from './flows/forget-links.ts';
import { applyRun } from './flows/import-catalog.ts';
import { alertOddPrices } from './flows/odd-prices.ts';
import { makeImportPlan } from './flows/plan-import.ts';
import { previewUndo } from './flows/undo-preview.ts';
import { undoRun } from './flows/undo-run.ts';
import type { HubCore } from './hub/hub-core.ts';
import { addHookRemoval } from './hub/hub-desk.ts';
import { addHub } from './hub/hub-engine.ts';
import type { Heartbeat, HubConnector, PermitLane } from './hub-ports.ts';
import { type ImportDeps, readDetails } from './import-deps.ts';
import type { Ledger, RunState } from './ledger-ports.ts';
import { findOtherTill } from './linked-shop.ts';
import { createLiveEngine } from './live/live-engine.ts';
import { tellPricesLeft } from './live/prices-left.ts';
import { tellPutBack } from './live/put-back.ts';
import type { LiveFace } from './live-face.ts';
import type { Orders } from './order-face.ts';
import { addOrders } from './orders/add-orders.ts';
import type { Clock, OpenVault, PracticeServers, Random, Timers } from './ports.ts';
import { createPracticeDesk, NO_SERVERS } from './practice-desk.ts';
import { createRecords } from './records.ts';
import { refuseWrites } from './rehearsal/refuse-writes.ts';
import type { Rehearsal } from './rehearsal-face.ts';
import { summarizeRun } from './run-summary.ts';
import { createSettingRules } from './setting-rules.ts';
import { readShop } from './shop.ts';
import { describeStatus } from './status.ts';
import { createTurns } from './turns.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A start waits for no more than this; the next one goes on. */
const MOST_PRUNED = 1_000;
const UNFINISHED: readonly RunState[] = ['approved', 'applying', 'cancelled', 'stopped'];

export interface EngineParts {
  readonly ledger: Ledger;
  readonly connections: OpenConnections;
  readonly alerts: Alerts;
  readonly rehearsal: Rehearsal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly hub: HubCore;
  readonly hubConnector: HubConnector;
  readonly openVault: OpenVault;
  /** Practice servers of this program; absent where it starts none. */
  readonly practice?: PracticeServers;
  readonly appVersion: string;
  /** A failure in words, for notes that people read elsewhere. */
  readonly say: (failure: Failure) => string;
  /** In which the log is kept, whatever the person's language is. */
  readonly logWords: Words;
  /** A moment as date and time, where this computer is. */
  readonly describeTime: (atMs: number) => string;
}

/** Puts the flows behind the one face that the window, the command line and the tests know. */
export function createEngine(parts: EngineParts): Engine {
  const { ledger, connections, alerts, clock, hub } = parts;
  const turns = createTurns();
  pruneLog(ledger, clock);
  const counts = createCountGuard();
  const openDeps = createDepsOpener(parts, counts);
  const live = addOrders(createLiveEngine({ ...parts, turns, openDeps }), {
    ...parts,
    openDeps: createDepsOpener(parts, counts, 'orders'),
    isHinted: hub.trust.isTrusted,
    findRefusal: hub.lease.findRefusal,
  });
  const readHeartbeat = () => describeHealth(parts, live);
  const face = addHub(live, { ...parts, core: hub, connector: parts.hubConnector, readHeartbeat });

  const clean = (): number => forgetLinks(ledger, clock);
  const engine: Engine = {
    ...face,
    rehearsal: parts.rehearsal,
    practice: openPracticeDesk(parts, face.hub, clean),
    connections: addHookRemoval(connections, { ...parts, core: hub }),
    settings: createSettingRules(ledger, clock, () => {
      alerts.refresh();
      face.wakeHub();
    }),
    records: createRecords(ledger, clock, () => readShop(connections)),
    alerts,
    plan: async ({ choices, from = 'till', onProgress }) => {
      const deps = await openDeps();
      return deps.ok ? makeImportPlan(deps.value, choices, from, onProgress) : deps;
    },
    rows: (runId, filter) =>
      ledger.runs.get(runId)
        ? succeed(ledger.changes.page(runId, filter))
        : fail(createFailure('USE_UNKNOWN_PLAN', { plan: runId })),
    apply: async (runId, options) => {
      if (!ledger.runs.get(runId)) return fail(createFailure('USE_UNKNOWN_PLAN', { plan: runId }));
      const deps = await openDeps();
      if (!deps.ok) return deps;
      const startedMs = clock.monotonicMs();
      const run = await turns.take(() => applyRun(deps.value, runId, options));
      return run.ok ? succeed(summarizeRun(ledger, run.value, clock.monotonicMs() - startedMs)) : run;
    },
    approve: (runId) => approveRun(ledger, clock, runId),
    previewUndo: async (runId) => {
      const deps = await openDeps();
      return deps.ok ? previewUndo(deps.value, runId) : deps;
    },
    undo: async (runId, options) => {
      const deps = await openDeps();
      if (!deps.ok) return deps;
      const startedMs = clock.monotonicMs();
      const outcome = await turns.take(() => undoRun(deps.value, runId, options));
      if (!outcome.ok) return outcome;
      const run = ledger.runs.get(outcome.value.undoRunId);
      if (!run) return fail(createFailure('USE_UNKNOWN_RUN', { run: runId }));
      const summary = summarizeRun(ledger, run, clock.monotonicMs() - startedMs);
      const { undone, trashed, kept, reopened } = outcome.value;
      return succeed({ ...summary, undone, trashed, kept, reopened });
    },
    findUnfinished: () => ledger.runs.findLatest('import', UNFINISHED),
    runs: (limit) => ledger.runs.list(limit),
    why: (product, field) => explainProduct(ledger, product, field),
    status: () => describeStatus(ledger, connections, clock),
    links: (filter) => ledger.links.page(filter),
    log: (filter) => ledger.journal.page(filter),
    clean,
  };
  return refuseWrites(engine);
}

/** Sides are disconnected without their webhooks being taken away: practice servers that have ended have none. */
const openPracticeDesk = (
  { ledger: { meta }, practice: servers = NO_SERVERS, connections, alerts }: EngineParts,
  hub: Engine['hub'],
  clean: () => void,
): Engine['practice'] => createPracticeDesk({ meta, servers, connections, hub, alerts, clean });

/** What the relay hears of this PC: whether it works, in counts. */
function describeHealth(
  { ledger, connections, appVersion }: EngineParts,
  live: LiveFace & { orders: Orders },
): Heartbeat {
  const { away } = live.sync.state();
  const { waiting } = ledger.outbox.countByState();
  return {
    appVersion,
    till: connections.readTill() === null ? 'none' : away.till ? 'failing' : 'ok',
    store: connections.readStore() === null ? 'none' : away.store ? 'failing' : 'ok',
    waiting: waiting + ledger.inbox.count().waiting,
    needsYou: ledger.conflicts.count() + ledger.changes.countParked(),
  };
}

type DepsOpener = (signal?: AbortSignal) => Promise<Attempt<ImportDeps>>;

/** For the till and store that are connected when it is called. */
const createDepsOpener =
  (
    { ledger, connections, alerts, clock, timers }: EngineParts,
    counts: CountGuard,
    lane: PermitLane = 'catalog',
  ): DepsOpener =>
  async (signal) => {
    const till = await connections.openTill(signal, lane);
    if (!till.ok) return till;
    const store = await connections.openStore(signal);
    if (!store.ok) return store;
    const shop = readShop(connections) ?? '';
    const otherTill = lane === 'orders' ? findOtherTill({ ledger, shop }) : null;
    if (otherTill) return fail(otherTill);
    const currency = connections.readTill()?.merchant.currency ?? 'USD';
    const witness = () => witnessCounts({ ledger, till: till.value });
    return succeed({
      shop,
      currency,
      onOddPrices: (odd, runId) => alertOddPrices(odd, runId, alerts, currency),
      onPricesLeft: () => tellPricesLeft(ledger, alerts),
      onPutBack: () => tellPutBack(ledger, alerts),
      counts,
      till: counts.guardTill(till.value, witness),
      store: counts.guardStore(store.value),
      ledger,
      clock,
      timers: bindTimers(timers, signal),
    });
  };

/** A braked plan becomes an ordinary one, without its brake: the next `apply` runs it. */
function approveRun(ledger: Ledger, clock: Clock, runId: RunId): Attempt<void> {
  const run = ledger.runs.get(runId);
  if (!run) return fail(createFailure('USE_UNKNOWN_RUN', { run: runId }));
  if (run.state !== 'braked' && run.state !== 'planned') {
    return fail(createFailure('RUN_NOT_APPLIABLE', { run: runId, state: run.state }));
  }
  ledger.transaction(() => {
    ledger.runs.setDetails(runId, JSON.stringify({ ...readDetails(run.details), brake: null }));
    ledger.runs.setState(runId, 'planned');
    const entry = {
      atMs: clock.nowMs(),
      level: 'info' as const,
      action: 'approve',
      side: 'app',
      entity: `run ${runId}`,
    };
    ledger.journal.add({ ...entry, message: 'a person approved the changes that stopped it', runId });
  });
  return succeed(undefined);
}

/** A program that is only ever started for one pass, or one command, has no loop that tidies (live/tidying.ts). */
function pruneLog(ledger: Ledger, clock: Clock): void {
  const days = Number(completeSettings(ledger.settings.all())['log.retentionDays']);
  try {
    ledger.retention.pruneJournal(clock.nowMs() - days * DAY_MS, MOST_PRUNED);
  } catch (error) {
    // A disk that is full or read-only, or a file that is held: there is still everything to be read.
    if (findDataFailure(error) === null) throw error;
  }
}

import { createFailure, type Failure } from '../../domain/failure.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { Alerts } from '../alerts-face.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import { bindTimers } from '../bound-timers.ts';
import type { OpenConnections } from '../connections.ts';
import { applyRun } from '../flows/import-catalog.ts';
import { makeImportPlan } from '../flows/plan-import.ts';
import type { PermitLane } from '../hub-ports.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger } from '../ledger-ports.ts';
import { createLiveEngine, type LiveParts } from '../live/live-engine.ts';
import type { LiveFace } from '../live-face.ts';
import { addOrders } from '../orders/add-orders.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { readShop } from '../shop.ts';
import { createTurns } from '../turns.ts';
import { type HearHeld, holdStore, holdTill } from './held-ports.ts';

/** A side that is away is asked for again at this pace before anything could be planned. */
const AGAIN_MS = 15_000;

export interface RehearsedParts {
  /** The copy: nothing of it comes back. */
  readonly ledger: Ledger;
  readonly connections: OpenConnections;
  /** Told to nobody. */
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly hear: HearHeld;
  readonly say: (failure: Failure) => string;
  readonly logWords: LiveParts['logWords'];
  readonly describeTime: (atMs: number) => string;
}

/** The flows of the real engine, on the copy, with ports that write nothing. */
export interface Rehearsed {
  once(options: { readonly full: boolean; readonly signal: AbortSignal }): Promise<Attempt<void>>;
  run(options: { readonly signal: AbortSignal; readonly onChange: () => void }): Promise<void>;
  state(): ReturnType<LiveFace['sync']['state']>;
  /** Why the first import was not planned. */
  failure(): Failure | null;
}

export function createRehearsed(parts: RehearsedParts): Rehearsed {
  const { timers } = parts;
  const turns = createTurns();
  const openDeps = createHeldOpener(parts, 'catalog');
  const live = addOrders(createLiveEngine({ ...parts, turns, openDeps, hub: WITHOUT_RELAY }), {
    ...parts,
    openDeps: createHeldOpener(parts, 'orders'),
    isHinted: () => false,
    findRefusal: () => null,
  });
  let failure: Failure | null = null;
  const prepare = async (signal: AbortSignal): Promise<Attempt<void>> => {
    const prepared = await turns.take(() => rehearseImport(openDeps, signal));
    failure = prepared.ok ? null : prepared.failure;
    return prepared;
  };
  return {
    state: live.sync.state,
    failure: () => failure,
    once: async ({ full, signal }) => {
      const prepared = await prepare(signal);
      if (!prepared.ok) return prepared;
      const synced = await live.sync.once({ full, signal });
      // Nothing is linked where the brake stopped the import: there is nothing to be kept in step yet.
      return synced.ok || synced.failure.code === 'SYNC_NOT_IMPORTED' ? succeed(undefined) : synced;
    },
    run: async ({ signal, onChange }) => {
      while (!signal.aborted && !(await prepare(signal)).ok) {
        onChange();
        await timers.sleep(AGAIN_MS, signal).catch((error: unknown) => {
          if (!signal.aborted) throw error;
        });
      }
      if (signal.aborted) return;
      onChange();
      await live.sync.run({ signal, onEvent: onChange });
    },
  };
}

/** Hints come to the program that writes; this one looks by itself. */
const WITHOUT_RELAY = {
  trust: { isTrusted: () => false, noteFound: () => undefined },
  lease: { findRefusal: () => null },
} as const;

const createHeldOpener =
  ({ connections, ledger, clock, timers, hear }: RehearsedParts, lane: PermitLane) =>
  async (signal?: AbortSignal): Promise<Attempt<ImportDeps>> => {
    const till = await connections.openTill(signal, lane);
    if (!till.ok) return till;
    const store = await connections.openStore(signal);
    if (!store.ok) return store;
    const shop = readShop(connections);
    if (shop === null) return fail(createFailure('CLOVER_NOT_CONNECTED'));
    return succeed({
      shop,
      currency: connections.readTill()?.merchant.currency ?? 'USD',
      till: holdTill(till.value, hear),
      store: holdStore(store.value, hear),
      ledger,
      clock,
      timers: bindTimers(timers, signal),
    });
  };

/** Where nothing is linked yet the first import comes first, as it would; a braked one waits, as it would. */
async function rehearseImport(
  openDeps: (signal?: AbortSignal) => Promise<Attempt<ImportDeps>>,
  signal: AbortSignal,
): Promise<Attempt<void>> {
  const deps = await openDeps(signal);
  if (!deps.ok) return deps;
  const { ledger } = deps.value;
  const isFirst =
    ledger.links.page({ limit: 1, offset: 0 }).length === 0 &&
    ledger.runs.findLatest('import', ['braked', 'done', 'stopped', 'cancelled']) === null;
  if (!isFirst) return succeed(undefined);
  const isFromStore = completeSettings(ledger.settings.all())['sync.direction'] === 'store-to-till';
  const quiet = (): void => undefined;
  const plan = await makeImportPlan(deps.value, new Map(), isFromStore ? 'store' : 'till', quiet);
  if (!plan.ok) return plan;
  const applied = await applyRun(deps.value, plan.value.runId, { signal, onProgress: quiet });
  return applied.ok || applied.failure.code === 'RUN_BRAKED' ? succeed(undefined) : applied;
}

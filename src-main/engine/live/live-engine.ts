import { createFailure, type Failure } from '../../domain/failure.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { ShopKey } from '../../domain/shop.ts';
import type { Words } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OpenConnections } from '../connections.ts';
import type { HintTrust } from '../hub/hint-trust.ts';
import type { WriterLease } from '../hub/writer-lease.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Drift, LiveFace, LiveSync } from '../live-face.ts';
import type { Clock, Random, Timers } from '../ports.ts';
import { readShop } from '../shop.ts';
import type { Turns } from '../turns.ts';
import { createConflictDesk } from './conflict-desk.ts';
import { findDrift, fixDrift, reportDrift } from './drift.ts';
import type { LookMemory } from './look.ts';
import { createParkedDesk } from './parked-desk.ts';
import { tellPricesLeft } from './prices-left.ts';
import { tellPutBack } from './put-back.ts';
import { createShopHours } from './shop-hours.ts';
import { noteSoldOut } from './sold-out-log.ts';
import { tellStock } from './stock-alerts.ts';
import { createStockDesk, switchOnTill } from './stock-desk.ts';
import { createSyncLoop } from './sync-loop.ts';
import { createSyncMemory, createSyncPass, type SyncMemory, type SyncPass } from './sync-pass.ts';
import { createTidying } from './tidying.ts';
import { createWeeklyReport } from './weekly-report.ts';

export interface LiveParts {
  /** Whether hints flow, what looks find beside them, and whether this PC may write. */
  readonly hub: {
    readonly trust: Pick<HintTrust, 'isTrusted' | 'noteFound'>;
    readonly lease: Pick<WriterLease, 'findRefusal'>;
  };
  readonly ledger: Ledger;
  readonly connections: OpenConnections;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Pick<Random, 'fraction'>;
  readonly turns: Turns;
  readonly openDeps: (signal?: AbortSignal) => Promise<Attempt<ImportDeps>>;
  /** A failure in words. */
  readonly say: (failure: Failure) => string;
  /** In which the log is kept, whatever the person's language is. */
  readonly logWords: Words;
  /** A moment as date and time, where this computer is. */
  readonly describeTime: (atMs: number) => string;
}

/** Everything that happens after the import, behind one face. */
export function createLiveEngine(parts: LiveParts): LiveFace {
  const { ledger, clock, openDeps, turns, hub } = parts;
  const memories = new Map<string, SyncMemory>();
  const openPass = async (signal: AbortSignal): Promise<Attempt<SyncPass>> => {
    const deps = await openDeps(signal);
    if (!deps.ok) return deps;
    bringBack(ledger, deps.value.shop, clock);
    const memory = memories.get(deps.value.shop) ?? createSyncMemory();
    memories.set(deps.value.shop, memory);
    const heard = {
      onWait: (failure: Failure) => loop.noteWait(failure),
      onFound: (found: LookMemory['found']) => {
        for (const { side, key } of found) hub.trust.noteFound(side, key);
      },
    };
    const pass = createSyncPass({ ...deps.value, ...heard }, memory);
    return succeed({ run: (options) => turns.take(() => runUntil(pass, options)) });
  };
  const hours = createShopHours(ledger, clock, parts.connections);
  const tidying = createTidying(ledger, clock, parts.timers);
  // In its turn: what a pass is just writing is no difference.
  const readDrift = (signal?: AbortSignal): Promise<Attempt<Drift[]>> =>
    turns.take(async () => {
      const deps = await openDeps(signal);
      return deps.ok ? findDrift(deps.value) : deps;
    });
  const weekly = createWeeklyReport(ledger, clock, parts.alerts, parts.logWords, readDrift);
  const loop = createSyncLoop({
    ...parts,
    hours,
    rest: async (signal) => {
      await hours.refresh();
      await tidying.tidy(signal);
      await weekly.tell(signal);
    },
    openPass,
    readStoreHost: () => {
      const url = parts.connections.readStore()?.store.url;
      return url === undefined ? null : new URL(url).host;
    },
    readShop: () => readShop(parts.connections),
    countWaiting: () => countWaiting(ledger, readShop(parts.connections)),
    readQuotaPercent: () => parts.connections.readTillUse(),
    isHinted: hub.trust.isTrusted,
    findRefusal: hub.lease.findRefusal,
    onPass: () => {
      tellStock(ledger, parts.alerts, completeSettings(ledger.settings.all()));
      tellPricesLeft(ledger, parts.alerts);
      tellPutBack(ledger, parts.alerts);
    },
  });
  const hint: LiveSync['hint'] = (side, key) => loop.hint(side, key);
  return {
    sync: loop,
    conflicts: createConflictDesk(ledger, clock, hint),
    parked: createParkedDesk(ledger, clock, hint),
    stock: createStockDesk({
      ledger,
      clock,
      describeTime: parts.describeTime,
      readShop: () => readShop(parts.connections),
      hint,
      drift: ({ fix, signal }) =>
        fix ? fixDrift(readDrift, () => loop.once({ full: true, signal })) : reportDrift(readDrift),
    }),
  };
}

/** Told to stop, a pass that waits for a side ends there: its hints and writes are kept. */
async function runUntil(
  pass: SyncPass,
  options: Parameters<SyncPass['run']>[0],
): ReturnType<SyncPass['run']> {
  try {
    return await pass.run(options);
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return fail(createFailure('RUN_CANCELLED'));
  }
}

/** What is to be done once a side is there. */
function countWaiting({ outbox, inbox, ordersOf }: Ledger, shop: ShopKey | null): number {
  const orders = shop === null ? 0 : ordersOf(shop).count().waiting;
  return outbox.countByState().waiting + inbox.count().waiting + orders;
}

/** What was sold out until now is sold again. */
function bringBack(ledger: Ledger, shop: ImportDeps['shop'], clock: Clock): void {
  const nowMs = clock.nowMs();
  for (const rule of ledger.stockRules.due(nowMs)) {
    const link = ledger.links.get(rule.linkId);
    ledger.transaction(() => {
      ledger.stockRules.put({ ...rule, soldOut: null });
      if (link) switchOnTill(ledger, link, true, shop, nowMs);
      if (link) noteSoldOut(ledger, link, 'back on sale, as planned', nowMs);
    });
  }
}

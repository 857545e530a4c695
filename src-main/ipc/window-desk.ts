import type { TillLogin } from '../engine/connections.ts';
import type { Engine } from '../engine/face.ts';
import type { Clock, Timers } from '../engine/ports.ts';
import { type DeviceLanguage, forgetfulLanguage } from './device-language.ts';
import { createGate, type Gate } from './gate.ts';
import type { ActAsStaff, AppInfo, AutostartPort, HandlerDeps, UpdatesPort } from './handler-deps.ts';
import { createAlertHandlers } from './handlers/alerts.ts';
import { createAutostartHandlers } from './handlers/autostart.ts';
import { createConflictHandlers } from './handlers/conflicts.ts';
import { askBothSides, createConnectionHandlers } from './handlers/connections.ts';
import { createHubHandlers } from './handlers/hub.ts';
import { createLanguageHandlers } from './handlers/language.ts';
import { createLogHandlers } from './handlers/log.ts';
import { createLoginHandlers } from './handlers/login.ts';
import { createOrderHandlers } from './handlers/orders.ts';
import { createParkedHandlers } from './handlers/parked.ts';
import { createPlanHandlers } from './handlers/plan.ts';
import { createPracticeHandlers } from './handlers/practice.ts';
import { createProductHandlers } from './handlers/products.ts';
import { createRehearsals } from './handlers/rehearsal.ts';
import { createRunHandlers } from './handlers/run.ts';
import { createSettingHandlers } from './handlers/settings.ts';
import { createStatusHandlers } from './handlers/status.ts';
import { createStockHandlers } from './handlers/stock.ts';
import { createStoreApprovals } from './handlers/store-approval.ts';
import { createSupportHandlers } from './handlers/support.ts';
import { createSyncHandlers } from './handlers/sync.ts';
import { createUpdateHandlers, sayUpdateState } from './handlers/updates.ts';
import { createLiveCounts } from './live-counts.ts';
import { createPublisher, type Hear } from './publish.ts';
import { alertReach } from './raise-alerts.ts';
import type { Recovery } from './recovery/recovery.ts';
import { guardSafeMode } from './recovery/safe-channels.ts';
import { createSession, type RunningPractice, type StartPractice, type WindowSession } from './session.ts';
import { describeFailure } from './speech.ts';
import type { SupportDesk } from './support-desk.ts';
import { createSyncKeeper } from './sync-keeper.ts';

export interface WindowDeskDeps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly startPractice: StartPractice;
  readonly actAsStaff: ActAsStaff;
  readonly info: AppInfo;
  readonly tillLogin?: TillLogin;
  /** Given by a shell; in a browser the window itself shows Clover's page. */
  readonly showPage?: (address: string) => boolean;
  /** What other PCs of the shop call this one where nobody names it. */
  readonly hostName?: string;
  /** Where absent, a choice is forgotten at the end. */
  readonly language?: DeviceLanguage;
  /** Given by a shell that starts with the computer; a browser has none. */
  readonly autostart?: AutostartPort;
  /** Given by a shell that was installed, and so can be updated. */
  readonly updates?: UpdatesPort;
  readonly support?: SupportDesk;
  /** Whoever starts the engine anew; absent where nobody does. */
  readonly recovery?: Recovery;
  /** Practice servers that have outlived the engine of before. */
  readonly practice?: RunningPractice | null;
}

/** The engine as windows reach it, whatever carries their calls. */
export interface WindowDesk extends Gate {
  /** Every event from now on, and at once where a plan or run under way stands. */
  join(hear: Hear): { leave(): void };
  /** Stops the run and waits for its end; stops practice servers. */
  close(): Promise<void>;
}

/** Puts gate, handlers, session and events together. */
export function openWindowDesk(desk: WindowDeskDeps): WindowDesk {
  const { engine, clock, timers, startPractice, actAsStaff, info } = desk;
  const { autostart = null, updates = null, tillLogin = null, showPage = null, hostName = '' } = desk;
  const { support = null, recovery = null, practice = null } = desk;
  const { language = forgetfulLanguage() } = desk;
  const { publish, flush, join } = createPublisher({ timers });
  const sides = createSession({
    clock,
    publish,
    startPractice,
    practice,
    onReach: (side, failure) => alertReach(engine.alerts, side, failure),
  });
  // A plan, an import or a change of the connections has both sides for itself.
  const session: WindowSession = {
    ...sides,
    work: (what, doIt) => sides.work(what, (work) => keeper.rest(() => doIt(work))),
  };
  const liveCounts = createLiveCounts(engine);
  const keeper = createSyncKeeper({ engine, session, liveCounts, publish, hostName, recovery }, timers);
  const deps: HandlerDeps = {
    engine,
    session,
    liveCounts,
    publish,
    flush,
    actAsStaff,
    info,
    tillLogin,
    showPage,
    hostName,
    language,
    autostart,
    updates,
    support,
    recovery,
  };
  const approvals = createStoreApprovals(deps);
  const rehearsals = createRehearsals(deps);
  const gate = createGate(
    { ...createHandlers(deps), ...approvals.handlers, ...rehearsals.handlers },
    { describeFailure, journal: engine.records.note, ...guardSafeMode(recovery) },
  );
  const unwatch = watchForWindows(deps);
  // From here on the program stays, so it may tell what waits.
  engine.alerts.start();
  askAtStart(deps);
  keeper.start();
  if (recovery?.readMode().safe == null) rehearsals.start();
  return {
    ...gate,
    join: (hear) => {
      const member = join(hear);
      const progress = session.readProgress();
      if (progress) member.tell('run:progress', progress);
      return member;
    },
    close: async () => {
      approvals.close();
      await keeper.close();
      await rehearsals.close();
      await session.close();
      unwatch();
      flush();
    },
  };
}

/** What is connected is asked once, so that nothing is called ready that was not heard of since the start. */
function askAtStart(deps: HandlerDeps): void {
  const { engine, recovery } = deps;
  const isSafe = recovery?.readMode().safe != null;
  if (isSafe || !engine.connections.readTill() || !engine.connections.readStore()) return;
  askBothSides(deps).catch((error: unknown) => {
    if (!recovery) throw error;
    recovery.crash(error);
  });
}

/** What changes without a call. @returns the way to stop */
function watchForWindows({ engine, updates, publish }: HandlerDeps): () => void {
  const unwatch = engine.alerts.watch(() => publish('alerts:changed', {}));
  const unwatchUpdates = updates?.watch((state) => publish('updates:changed', sayUpdateState(state)));
  return () => {
    unwatch();
    unwatchUpdates?.();
  };
}

/** Each channel's handler, feature by feature. */
const createHandlers = (deps: HandlerDeps) => ({
  ...createStatusHandlers(deps),
  ...createPracticeHandlers(deps),
  ...createConnectionHandlers(deps),
  ...createLoginHandlers(deps),
  ...createHubHandlers(deps),
  ...createPlanHandlers(deps),
  ...createRunHandlers(deps),
  ...createProductHandlers(deps),
  ...createLogHandlers(deps),
  ...createSyncHandlers(deps),
  ...createConflictHandlers(deps),
  ...createStockHandlers(deps),
  ...createOrderHandlers(deps),
  ...createParkedHandlers(deps),
  ...createSettingHandlers(deps),
  ...createAlertHandlers(deps),
  ...createAutostartHandlers(deps),
  ...createLanguageHandlers(deps),
  ...createUpdateHandlers(deps),
  ...createSupportHandlers(deps),
});

import type { Answer } from '../../../src-preload/contract/bridge.ts';
import { findDataFailure, isLeftOver } from '../../domain/data-failure.ts';
import { createFailure, type Failure, type FailureCode } from '../../domain/failure.ts';
import { type Attempt, type DesktopOutlet, type Engine, fail, succeed } from '../../engine/face.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import type { CrashFile } from '../../log/crash-file.ts';
import { describeCrash, recordCrash } from '../../log/crash-record.ts';
import type { Caller } from '../gate.ts';
import type { RunningPractice, StartPractice } from '../session.ts';
import { describeFailure } from '../speech.ts';
import type { SupportDesk } from '../support-desk.ts';
import type { WindowDesk } from '../window-desk.ts';
import { createCallers } from './callers.ts';
import { createCrashBudget } from './crash-budget.ts';
import { keepPractice, type PracticeHold } from './kept-practice.ts';
import { createMembers, type Members } from './members.ts';
import type { EngineMode, Recovery } from './recovery.ts';
import { alertSafeMode } from './safe-alert.ts';

/** After a defect what is under way may never end; what is on the disk is what counts. */
const FAREWELL_MS = 2_000;
/** A disk that was full, or a file that was held, is looked at so often. */
const PROBE_MS = 30_000;
/** Where no engine could be opened at all, a window that asks tries so often. */
const REOPEN_MS = 10_000;

/** An engine on the data folder, with the desk that windows reach it by. */
export interface Room {
  readonly engine: Engine;
  readonly desk: WindowDesk;
  readonly support: Pick<SupportDesk, 'canWrite' | 'erase'>;
  /** Ends it in order. */
  close(): Promise<void>;
  /** Frees the data folder now. */
  drop(): void;
}

export interface RoomOptions {
  readonly isSafe: boolean;
  readonly recovery: Recovery;
  readonly startPractice: StartPractice;
  /** Practice servers that have outlived the engine of before. */
  readonly practice: RunningPractice | null;
}

export interface LastingEngineDeps {
  /** Opens the engine. Fails where the data cannot be used; what it throws is a defect. */
  readonly openRoom: (options: RoomOptions) => Promise<Attempt<Room>>;
  readonly startPractice: StartPractice;
  readonly crashes: CrashFile;
  readonly clock: Clock;
  readonly timers: Pick<Timers, 'after'>;
  readonly version: string;
  /** A person started it so. */
  readonly isSafe: boolean;
}

/** The engine as the shell knows it: one, though it may be started anew behind this. */
export interface LastingEngine {
  readonly desk: WindowDesk;
  /** The engine of now; null for the moment between two. */
  readEngine(): Engine | null;
  /** Why there is no engine; null while there is one, or while it is started anew. */
  readLost(): Failure | null;
  readMode(): EngineMode;
  /** Notifications go here, whichever engine they come from. */
  attachDesktop(outlet: DesktopOutlet): void;
  /** Hears of each engine that came after the first one, and of none that could be opened. Returns the way to stop. */
  watch(hear: () => void): () => void;
  /** A defect that reached nobody. @param where `engine`, or what of the program it was in */
  crash(error: unknown, where?: string): void;
  close(): Promise<void>;
}

interface State {
  room: Room | null;
  /** The practice servers of that engine. */
  hold: PracticeHold | null;
  mode: EngineMode;
  /** Why there is no engine. */
  lost: Failure | null;
  lostMs: number;
  members: Members | null;
  outlet: DesktopOutlet | null;
  readonly watchers: Set<() => void>;
  changing: Promise<void> | null;
  probe: { cancel(): void } | null;
  isClosing: boolean;
}

/** What cannot be written may still be read. */
const READABLE: ReadonlySet<FailureCode> = new Set(['DATA_UNWRITABLE', 'DATA_HELD']);
const AT_WORK: EngineMode = { safe: null, failure: null, restarts: 0 };

/**
 * Opens the engine, and opens it again after a defect: three times within ten minutes, then in safe mode, where
 * everything can be read and nothing is written. Trouble of the data file itself leads to safe mode at once.
 */
export async function openLastingEngine(deps: LastingEngineDeps): Promise<Attempt<LastingEngine>> {
  const state: State = {
    room: null,
    hold: null,
    mode: deps.isSafe ? { ...AT_WORK, safe: 'asked' } : AT_WORK,
    lost: null,
    lostMs: 0,
    members: null,
    outlet: null,
    watchers: new Set(),
    changing: null,
    probe: null,
    isClosing: false,
  };
  const keeper = createKeeper(deps, state);
  const opened = await keeper.open();
  return opened.ok ? succeed(createFace(deps, state, keeper)) : opened;
}

interface Keeper {
  open(): Promise<Attempt<void>>;
  crash(error: unknown, where?: string): void;
  retry(): Promise<Attempt<void>>;
}

/** Writes defects down, and says what each leads to. */
function createJudge({ crashes, clock, version }: LastingEngineDeps, state: State) {
  const budget = createCrashBudget(clock);
  return {
    writeDown: (error: unknown, where: string): void => {
      const crash = recordCrash(error, { where, atMs: clock.nowMs(), version });
      crashes.add(crash);
      // A log that lies in the very file would only be waited for.
      if (findDataFailure(error) === null) noteQuietly(state.room, describeCrash(crash), where);
    },
    /** Another start, or safe mode. */
    judge: (error: unknown): void => {
      const failure = findDataFailure(error);
      if (failure) state.mode = { ...state.mode, safe: 'data', failure };
      else if (budget.spend()) state.mode = { ...state.mode, restarts: state.mode.restarts + 1 };
      else state.mode = { ...state.mode, safe: 'crashed', failure: null };
    },
  };
}

/** One change at a time: what comes meanwhile waits for it. */
const createChange =
  (state: State) =>
  (work: () => Promise<void>): Promise<void> => {
    // Whoever began that one hears how it ended.
    const before = (state.changing ?? Promise.resolve()).catch(() => undefined);
    const mine: Promise<void> = before.then(work).finally(() => {
      if (state.changing === mine) state.changing = null;
      for (const hear of state.watchers) hear();
    });
    state.changing = mine;
    return mine;
  };

/** A disk that took nothing is looked at again and again until it does. */
function createDiskWatch(state: State, timers: Pick<Timers, 'after'>, retry: () => void): () => void {
  const watch = (): void => {
    state.probe?.cancel();
    if (state.mode.safe !== 'data' || state.isClosing) return;
    state.probe = timers.after(PROBE_MS, () => {
      // Where not even reading was possible, nothing but another try can tell.
      if (state.room === null || state.room.support.canWrite()) retry();
      else watch();
    });
  };
  return watch;
}

function createKeeper(deps: LastingEngineDeps, state: State): Keeper {
  const { timers } = deps;
  const holdPractice = keepPractice(deps.startPractice);
  const { writeDown, judge } = createJudge(deps, state);
  const change = createChange(state);
  const watchDisk = createDiskWatch(state, timers, () => void retry());
  const give = (failure: Failure): Attempt<never> => {
    const lost = lose(state, failure, deps.clock);
    watchDisk();
    return lost;
  };
  const open = async (): Promise<Attempt<void>> => {
    for (;;) {
      const isSafe = state.mode.safe !== null;
      try {
        state.hold = holdPractice();
        const { start: startPractice, found: practice } = state.hold;
        const room = await deps.openRoom({ isSafe, recovery, startPractice, practice });
        if (!room.ok && !isSafe && READABLE.has(room.failure.code)) {
          state.mode = { ...state.mode, safe: 'data', failure: room.failure };
          continue;
        }
        if (!room.ok) return give(room.failure);
        enter(state, room.value);
        watchDisk();
        return succeed(undefined);
      } catch (error) {
        writeDown(error, 'start');
        // What fails in safe mode too is nothing that another start would mend.
        if (isSafe) return give(findDataFailure(error) ?? createFailure('ENGINE_STOPPED'));
        judge(error);
      }
    }
  };
  const reopen = async (end: () => Promise<void> | void): Promise<void> => {
    if (state.isClosing) return;
    state.probe?.cancel();
    await end();
    await open();
  };
  const retry = async (): Promise<Attempt<void>> => {
    state.mode = { ...AT_WORK, restarts: state.mode.restarts };
    await change(() => reopen(() => leave(state, timers)));
    return state.room ? succeed(undefined) : fail(explainLost(state));
  };
  const crash = (error: unknown, where = 'engine'): void => {
    if (state.isClosing || isLeftOver(error)) return;
    writeDown(error, where);
    // In safe mode, or while it is started anew, another defect is written down and no more: nothing goes round.
    if (state.mode.safe !== null || state.changing !== null) return;
    judge(error);
    // As after a power cut: what is on the disk is what counts, and nothing waits for what may never end.
    void change(() => reopen(() => abandon(state)));
  };
  const erase = async (): Promise<Attempt<readonly Failure[]>> => {
    let left: readonly Failure[] = [];
    await change(() =>
      reopen(async () => {
        left = await eraseRoom(state);
      }),
    );
    return state.room ? succeed(left) : fail(explainLost(state));
  };
  const recovery: Recovery = { readMode: () => state.mode, crash, retry, erase };
  return { open, crash, retry };
}

/** Ends the engine with all that it has kept. */
async function eraseRoom(state: State): Promise<readonly Failure[]> {
  const room = state.room;
  if (!room) return [];
  state.room = null;
  state.mode = AT_WORK;
  try {
    await room.desk.close();
    return await room.support.erase();
  } finally {
    room.drop();
  }
}

function createFace(deps: LastingEngineDeps, state: State, keeper: Keeper): LastingEngine {
  const callers = createCallers();
  const answer = async (caller: Caller, channel: unknown, input: unknown): Promise<Answer<unknown>> => {
    await state.changing?.catch(() => undefined);
    const isDue = deps.clock.monotonicMs() - state.lostMs >= REOPEN_MS;
    if (state.room === null && isDue && !state.isClosing) await keeper.retry();
    const desk = state.room?.desk;
    return desk
      ? desk.answer(callers.at(desk, caller), channel, input)
      : { ok: false, failure: describeFailure(explainLost(state)) };
  };
  return {
    desk: {
      admit: callers.admit,
      dismiss: callers.dismiss,
      answer,
      join: (hear) => {
        if (!state.members) throw new Error('nobody joins before the first engine is open');
        return state.members.join(hear);
      },
      close: async () => {
        state.isClosing = true;
        await state.room?.desk.close();
      },
    },
    readEngine: () => state.room?.engine ?? null,
    readLost: () => (state.room || state.changing ? null : explainLost(state)),
    readMode: () => state.mode,
    attachDesktop: (outlet) => {
      state.outlet = outlet;
      state.room?.engine.alerts.attachDesktop(outlet);
    },
    watch: (hear) => {
      state.watchers.add(hear);
      return () => void state.watchers.delete(hear);
    },
    crash: keeper.crash,
    close: async () => {
      state.isClosing = true;
      state.probe?.cancel();
      await state.changing?.catch(() => undefined);
      await state.room?.close();
    },
  };
}

/** Everybody who was at the engine of before is at this one. */
function enter(state: State, room: Room): void {
  state.room = room;
  alertSafeMode(room.engine.alerts, state.mode);
  if (state.outlet) room.engine.alerts.attachDesktop(state.outlet);
  if (state.members) void state.members.moveTo(room.desk);
  else state.members = createMembers(room.desk);
}

function lose(state: State, failure: Failure, clock: Clock): Attempt<never> {
  state.room = null;
  state.lost = failure;
  state.lostMs = clock.monotonicMs();
  return fail(failure);
}

const explainLost = ({ lost }: State): Failure => lost ?? createFailure('ENGINE_STOPPED');

function abandon(state: State): void {
  const room = state.room;
  state.room = null;
  state.hold?.letGo();
  room?.drop();
  // Its loops and waits end by this; what they find closed is no news.
  room?.close().catch(() => undefined);
}

/** Ends the engine of before: in order where that is quick, else as a power cut would. */
async function leave(state: State, timers: Pick<Timers, 'after'>): Promise<void> {
  const room = state.room;
  if (!room) return;
  state.room = null;
  state.hold?.letGo();
  await new Promise<void>((resolve) => {
    const patience = timers.after(FAREWELL_MS, resolve);
    room
      .close()
      .then(resolve, resolve)
      .finally(() => patience.cancel());
  });
  room.drop();
}

/** The data file may be what failed. */
function noteQuietly(room: Room | null, message: string, entity: string): void {
  try {
    room?.engine.records.note({ level: 'error', action: 'crash', entity, message });
  } catch (error) {
    // It is in the crash file already, by the very same words.
    if (!(error instanceof Error)) throw error;
  }
}

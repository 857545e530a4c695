import { join } from 'node:path';
import { openHubSocket } from '../../../src-main/connectors/hub/hub-socket.ts';
import { createHubCore, type HubCore } from '../../../src-main/engine/hub/hub-core.ts';
import { createHubLink } from '../../../src-main/engine/hub/hub-link.ts';
import type { HubPort } from '../../../src-main/engine/hub-ports.ts';
import type { Clock, Timers } from '../../../src-main/engine/ports.ts';
import { openDatabase } from '../../../src-main/store/database.ts';
import { createLedger } from '../../../src-main/store/ledger.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import type { VirtualTime } from '../../support/virtual-time.ts';
import { drawBetween } from '../chance.ts';
import { createDial, type LineWorld } from './lease-line.ts';

/** A request that was sent is there, or has failed, within what the lease leaves for it. */
const LONGEST_WRITE_MS = 14_000;

/** What had come is read by then, and nothing new. */
const CUT_AFTER_MS = 1_000;
const CUT_FOR_MS = 120_000;

/** Who wakes reads what lies in its socket before its alarms ring. */
const READ_FIRST_MS = 900;
/** A system announces a sleep this long before it, and tells of the waking this long after, when the alarms have rung. */
const ANNOUNCED_MS = 3_000;
const TOLD_AFTER_MS = 2_000;

/** One write on its way: by whom, and what its sender believed. */
export interface Write {
  readonly deviceId: string;
  readonly epoch: number;
}

export interface LeasePc {
  readonly deviceId: string;
  isCut: boolean;
  /** Stops the program. With its monotonic clock it is the computer that sleeps, which the program is told of. */
  freeze(forMs: number, isClockStopped: boolean): void;
  /** The same right after it has asked the relay something: the answer lies there when it goes on, and it is cut off. */
  freezeAsked(forMs: number, isClockStopped: boolean): void;
  /** A person sets the clock. */
  setClock(byMs: number): void;
  /** Ends the program, as a crash does or with a good-bye, and starts it again. */
  restart(isCrash: boolean): void;
  stop(): void;
  /** Closes its files, some time after `stop`. */
  close(): void;
  readonly counts: { writes: number; refused: number };
}

export interface LeasePcParts {
  readonly time: VirtualTime;
  readonly world: LineWorld;
  readonly deviceId: string;
  readonly token: string;
  /** Whether another PC was paired before this one. */
  readonly hasOthers: boolean;
  /** A write arrives. */
  onWrite(write: Write): void;
}

/** The engine's own link and lease on a PC that is cut off, frozen, set back and restarted, and writes when it may. */
export function startLeasePc({ time, world, deviceId, token, hasOthers, onWrite }: LeasePcParts): LeasePc {
  const { clock, timers, frozen } = createPcTime(time, (word) => program.noteSleep(word));
  const db = openDatabase({ file: join(makeTemporaryFolder(), 'pc.sqlite'), nativeBinding: null });
  const ledger = createLedger(db);
  const counts = { writes: 0, refused: 0 };
  let whenAsked: (() => void) | null = null;
  // As pairing does.
  if (hasOthers) createHubCore(ledger, clock, timers).lease.expectOthers();
  let program = startProgram();
  const pc: LeasePc = {
    deviceId,
    isCut: false,
    counts,
    freeze: frozen.freeze,
    freezeAsked: (forMs, isClockStopped) => {
      whenAsked = () => {
        frozen.freezeNow(forMs, isClockStopped);
        time.timers.after(forMs + CUT_AFTER_MS, () => cut(pc, time, CUT_FOR_MS));
      };
    },
    setClock: frozen.setClock,
    restart: (isCrash) => {
      if (!isCrash) return program.leave();
      program.end(true);
      program = startProgram();
    },
    stop: () => program.end(true),
    close: () => void db.close(),
  };
  return pc;

  function startProgram() {
    let [isCrashed, isLeaving] = [false, false];
    const core = createHubCore(ledger, clock, timers);
    const gone = new AbortController();
    const dial = createDial(world, {
      isCut: () => pc.isCut,
      isFrozen: () => frozen.isFrozen(),
      isDead: () => isCrashed,
      onSent: () => {
        whenAsked?.();
        whenAsked = null;
      },
    });
    const access = { url: 'http://hub', token };
    const hub: Pick<HubPort, 'link'> = {
      link: (hello, hear) =>
        openHubSocket({ ...access, ...hello }, { clock, timers, dial }, (news) => isCrashed || hear(news)),
    };
    const link = createHubLink({
      ...core,
      ...{ ledger, clock, timers, random: { fraction: () => world.random.next() } },
      calls: { products: ignore, orders: ignore, lists: ignore, everything: ignore },
      openHub: async () => ({ ok: true, value: { hub: hub as HubPort, deviceId } }),
      onHint: ignore,
      onState: ignore,
    });
    void link.run(gone.signal);
    writeNowAndThen(core, () => isCrashed || isLeaving);
    return {
      noteSleep: core.lease.noteSleep,
      end: (isCrash: boolean): void => {
        isCrashed = isCrash;
        gone.abort();
      },
      /** What is on its way is there before the relay is told good-bye (hub-engine.ts: the loops end first). */
      leave: (): void => {
        if (isLeaving) return;
        isLeaving = true;
        timers.after(LONGEST_WRITE_MS, () => {
          if (isCrashed) return;
          gone.abort();
          program = startProgram();
        });
      },
    };
  }

  function writeNowAndThen(core: HubCore, isOver: () => boolean): void {
    const turn = (): void => {
      if (isOver()) return;
      if (core.lease.findRefusal() === null) {
        counts.writes += 1;
        const write = { deviceId, epoch: core.lease.read()?.epoch ?? 0 };
        world.timers.after(drawBetween(world.random, 0, LONGEST_WRITE_MS), () => onWrite(write));
      } else counts.refused += 1;
      timers.after(drawBetween(world.random, 200, 3_000), turn);
    };
    timers.after(drawBetween(world.random, 200, 3_000), turn);
  }
}

/** Cuts a PC off from the relay, for so long. */
export function cut(pc: LeasePc, { timers }: VirtualTime, forMs: number): void {
  pc.isCut = true;
  timers.after(forMs, () => {
    pc.isCut = false;
  });
}

const ignore = (): void => undefined;

/** A PC's own clocks and alarms: both clocks can be wrong, and nothing rings while it is frozen. */
function createPcTime(time: VirtualTime, tell: (word: 'asleep' | 'awake') => void) {
  let [untilMs, lostMs, offsetMs] = [0, 0, 0];
  const nowMs = time.clock.monotonicMs;
  const isFrozen = (): boolean => nowMs() < untilMs;
  const clock: Clock = {
    nowMs: () => Math.floor(time.clock.nowMs() + offsetMs),
    monotonicMs: () => nowMs() - lostMs,
  };
  const ringWhenAwake = (ring: () => void) => (): void =>
    isFrozen() ? void time.timers.after(untilMs - nowMs() + READ_FIRST_MS, ringWhenAwake(ring)) : ring();
  const after: Timers['after'] = (delayMs, ring) => {
    let isCancelled = false;
    const alarm = time.timers.after(
      delayMs,
      ringWhenAwake(() => isCancelled || ring()),
    );
    return {
      cancel: () => {
        isCancelled = true;
        alarm.cancel();
      },
    };
  };
  const stop = (forMs: number, isClockStopped: boolean): void => {
    if (isFrozen()) return;
    untilMs = nowMs() + forMs;
    if (!isClockStopped) return;
    lostMs += forMs;
    time.timers.after(forMs + TOLD_AFTER_MS, () => tell('awake'));
  };
  const frozen = {
    isFrozen,
    freezeNow: (forMs: number, isClockStopped: boolean): void => {
      if (isClockStopped) tell('asleep');
      stop(forMs, isClockStopped);
    },
    freeze: (forMs: number, isClockStopped: boolean): void => {
      if (isClockStopped) tell('asleep');
      time.timers.after(isClockStopped ? ANNOUNCED_MS : 0, () => stop(forMs, isClockStopped));
    },
    setClock: (byMs: number): void => {
      if (!isFrozen()) offsetMs += byMs;
    },
  };
  return { clock, timers: { ...time.timers, after }, frozen };
}

import type { EventName, EventOf } from '../../src-preload/contract/channels.ts';
import type { ProgressShape } from '../../src-preload/contract/run-shapes.ts';
import type { SideName } from '../../src-preload/contract/shapes.ts';
import { createFailure, type Failure } from '../domain/failure.ts';
import { type Attempt, fail, type Progress, succeed } from '../engine/face.ts';
import type { Clock } from '../engine/ports.ts';
import { createProgressMeter } from './progress-meter.ts';

/** Practice servers that this session has started. */
export interface RunningPractice {
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
  /** Absent where practice goes without a relay. */
  readonly hub?: { readonly url: string; invite(): Promise<string> };
  /** The developer's app that can be installed at its till. */
  readonly app?: { readonly id: string };
  close(): Promise<void>;
}

export type PracticeMenu = 'pizza' | 'large';
export type StartPractice = (menu: PracticeMenu) => Promise<RunningPractice>;

/** One thing that is under way: a plan, a run, or a change of connections. */
export interface Work {
  readonly signal: AbortSignal;
  report(progress: Progress): void;
}

export interface Reach {
  readonly till: Failure | null;
  readonly store: Failure | null;
  readonly askedMs: number | null;
}

/** What is going on while the program runs; nothing of it is kept. All windows share it. */
export interface WindowSession {
  /** Does the work alone: while it lasts, other work is refused with RUN_BUSY. @param runId null for what is no run */
  work<T>(
    what: { readonly name: string; readonly runId: number | null },
    doIt: (work: Work) => Promise<Attempt<T>>,
  ): Promise<Attempt<T>>;
  /** RUN_BUSY while work is under way. */
  checkIdle(): Attempt<void>;
  /** Asks the active run to stop; false when there is none. */
  cancel(): boolean;
  readActiveRunId(): number | null;
  /** Of the plan or run under way. */
  readProgress(): ProgressShape | null;
  readReach(): Reach;
  /** What a real call to the side has just said; null: it answered. */
  noteReach(side: SideName, failure: Failure | null): void;
  forgetReach(side: SideName): void;
  startPractice(menu: PracticeMenu): Promise<RunningPractice>;
  /** null while none runs. */
  readPractice(): RunningPractice | null;
  /** Stops the run and waits for its end, then stops the practice servers. */
  close(): Promise<void>;
}

export interface SessionDeps {
  readonly clock: Clock;
  readonly publish: <E extends EventName>(event: E, value: EventOf<E>) => void;
  readonly startPractice: StartPractice;
  /** Practice servers that run already. */
  readonly practice?: RunningPractice | null;
  /** Hears what each real call said about reaching a side; null: it answered, or is no longer asked. */
  readonly onReach: (side: SideName, failure: Failure | null) => void;
}

interface Active {
  readonly name: string;
  readonly runId: number | null;
  readonly controller: AbortController;
  progress: ProgressShape | null;
  /** Resolves when it is over, whatever came of it. */
  ended: Promise<void> | null;
}

export function createSession(deps: SessionDeps): WindowSession {
  const { clock, publish, startPractice, onReach } = deps;
  let active: Active | null = null;
  let practice: RunningPractice | null = deps.practice ?? null;
  let reach: Reach = { till: null, store: null, askedMs: null };
  const checkIdle = (): Attempt<void> =>
    active ? fail(createFailure('RUN_BUSY', { what: active.name })) : succeed(undefined);

  return {
    checkIdle,
    work: async ({ name, runId }, doIt) => {
      const idle = checkIdle();
      if (!idle.ok) return idle;
      const controller = new AbortController();
      const mine: Active = { name, runId, controller, progress: null, ended: null };
      active = mine;
      const meter = createProgressMeter(runId ?? 0, clock);
      const report = (progress: Progress): void => {
        mine.progress = meter.measure(progress);
        publish('run:progress', mine.progress);
      };
      const end = (): void => {
        active = null;
      };
      const doing = doIt({ signal: controller.signal, report }).finally(end);
      mine.ended = doing.then(end, end);
      return doing;
    },
    cancel: () => {
      if (!active || active.runId === null) return false;
      active.controller.abort();
      return true;
    },
    readActiveRunId: () => active?.runId ?? null,
    readProgress: () => active?.progress ?? null,
    readReach: () => reach,
    noteReach: (side, failure) => {
      reach = { ...reach, [side]: failure, askedMs: clock.nowMs() };
      onReach(side, failure);
    },
    forgetReach: (side) => {
      reach = { ...reach, [side]: null };
      onReach(side, null);
    },
    readPractice: () => practice,
    startPractice: async (menu) => {
      const started = await startPractice(menu);
      await practice?.close();
      practice = started;
      return started;
    },
    close: async () => {
      active?.controller.abort();
      await active?.ended;
      await practice?.close();
      practice = null;
    },
  };
}

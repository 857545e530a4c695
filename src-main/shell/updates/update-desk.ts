import type { UpdateWaitShape } from '../../../src-preload/contract/update-channels.ts';
import { createFailure } from '../../domain/failure.ts';
import { fail, succeed } from '../../engine/face.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import type { UpdatesPort } from '../../ipc/handler-deps.ts';
import { createUpdateBoard, type UpdateBoard, type UpdateBoardDeps } from './update-board.ts';
import { createUpdateFetch } from './update-fetch.ts';
import type { Updater } from './updater.ts';

const MINUTE_MS = 60_000;
/** The start has better things to do. */
const FIRST_CHECK_MS = MINUTE_MS / 2;
const BETWEEN_CHECKS_MS = 6 * 60 * MINUTE_MS;
const LOOK_AGAIN_MS = 2_000;

export interface UpdateDeskDeps extends UpdateBoardDeps {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly updater: Updater;
}

/** What the shell around it does for the desk. */
export interface UpdateHost {
  findUnderWay(): Promise<UpdateWaitShape | null>;
  /** Ends the program in order; `finish` is called at its end. */
  quit(): void;
}

export interface UpdateDesk extends UpdatesPort {
  /** From now on it checks by itself. */
  start(host: UpdateHost): void;
  /** The program ends: notes whether an update would interrupt something. */
  prepareEnd(): Promise<void>;
  /**
   * The last step of the program: hands over to the installer where that is due.
   * @returns `restart` where it was due and did not come through, so that the program is not gone
   */
  finish(): Promise<'done' | 'restart'>;
  close(): void;
}

/** The program's own updates: looks for them, fetches them, and installs them when nothing is under way. */
export function createUpdateDesk(deps: UpdateDeskDeps): UpdateDesk {
  const { clock, timers, updater, preferences } = deps;
  const board = createUpdateBoard(deps);
  const fetch = createUpdateFetch(board, updater, clock);
  let host: UpdateHost | null = null;
  let checking: { cancel(): void } | null = null;
  let isBusyAtEnd = false;
  const findUnderWay = async (): Promise<UpdateWaitShape | null> => (await host?.findUnderWay()) ?? null;
  const wait = createWait(board, timers, findUnderWay, () => host?.quit());
  const checkLater = (delayMs: number): void => {
    checking = timers.after(delayMs, () => {
      void fetch.check(false);
      checkLater(BETWEEN_CHECKS_MS);
    });
  };

  return {
    read: board.read,
    watch: board.watch,
    check: async () => {
      await fetch.check(true);
      return board.read();
    },
    want: async (isWanted) => {
      const { phase } = board.read();
      if (isWanted && phase !== 'ready' && phase !== 'waiting')
        return fail(createFailure('UPDATE_NOT_READY'));
      if (isWanted && phase === 'ready') await wait.begin();
      if (!isWanted && phase === 'waiting') wait.end();
      return succeed(board.read());
    },
    choose: async (channel) => {
      if (channel === board.read().channel) return board.read();
      preferences.keepChannel(channel);
      if (board.read().phase === 'waiting') wait.end();
      await fetch.turnTo(channel);
      return board.read();
    },
    start: (given) => {
      host = given;
      board.noteBegun();
      checkLater(FIRST_CHECK_MS);
    },
    prepareEnd: async () => {
      isBusyAtEnd = (await findUnderWay()) !== null;
    },
    finish: async () => {
      const { phase, offer } = board.read();
      const isWanted = phase === 'installing';
      const isDue = isWanted || (deps.installsOnQuit && phase === 'ready' && !isBusyAtEnd);
      if (!isDue || offer === null) return 'done';
      preferences.keepInstalling(offer.version);
      try {
        await updater.install(isWanted);
        return 'done';
      } catch {
        // The next start tells it: what has begun is kept.
        return isWanted ? 'restart' : 'done';
      }
    },
    close: () => {
      checking?.cancel();
      wait.cancel();
    },
  };
}

/** A person wants it now: it comes as soon as nothing is under way. */
function createWait(
  board: UpdateBoard,
  timers: Pick<Timers, 'after'>,
  findUnderWay: () => Promise<UpdateWaitShape | null>,
  quit: () => void,
) {
  let timer: { cancel(): void } | null = null;
  const look = async (): Promise<void> => {
    const waitsFor = await findUnderWay();
    // Somebody may have taken it back meanwhile.
    if (board.read().phase !== 'waiting') return;
    if (waitsFor === null) {
      board.set({ phase: 'installing', waitsFor: null });
      quit();
      return;
    }
    board.set({ waitsFor });
    timer = timers.after(LOOK_AGAIN_MS, () => void look());
  };
  const cancel = (): void => timer?.cancel();
  return {
    begin: (): Promise<void> => {
      board.set({ phase: 'waiting', failure: null });
      return look();
    },
    end: (): void => {
      cancel();
      board.set({ phase: 'ready', waitsFor: null });
    },
    cancel,
  };
}

/** Keeps one of the engine's loops going while the program stays, except while something else has both sides for itself. */
export interface LoopKeeper {
  /** Begins where it may; while it runs, nothing. Called whenever what it needs may have changed. */
  start(): void;
  /** Stops the loop, waiting for what is under way, does the work, and goes on. */
  rest<T>(work: () => Promise<T>): Promise<T>;
  /** Stops it for good, waiting for what is under way. */
  close(): Promise<void>;
}

/** A loop: runs until it has nothing left to do, or until the signal says that it is to stop. */
interface Loop {
  readonly mayRun: () => boolean;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
  /** After each end of it while the program stays. */
  readonly onEnd?: () => void;
  /** A defect of ours ended it. */
  readonly onDefect: (error: unknown) => void;
}

export function createLoopKeeper({ mayRun, run, onEnd, onDefect }: Loop): LoopKeeper {
  let running: { readonly controller: AbortController; readonly ended: Promise<void> } | null = null;
  let isClosed = false;
  let resting = 0;
  const start = (): void => {
    // Begun under the work that ends it, it would be waited for by that work, which nobody would end then.
    if (running || isClosed || resting > 0 || !mayRun()) return;
    const controller = new AbortController();
    const end = (): void => {
      running = null;
      if (!isClosed) onEnd?.();
    };
    const ended = run(controller.signal).then(end, (error: unknown) => {
      end();
      // Without its data file, a pass that was not waited for has nothing left to do.
      if (!isClosed) onDefect(error);
    });
    running = { controller, ended };
  };
  const stop = async (): Promise<void> => {
    running?.controller.abort();
    await running?.ended;
  };
  return {
    start,
    rest: async (work) => {
      resting += 1;
      try {
        await stop();
        return await work();
      } finally {
        resting -= 1;
        start();
      }
    },
    close: async () => {
      isClosed = true;
      await stop();
    },
  };
}

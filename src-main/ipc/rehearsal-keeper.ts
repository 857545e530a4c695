import type { Engine } from '../engine/face.ts';
import { describeDefect } from '../log/crash-record.ts';
import type { Publisher } from './publish.ts';
import { toRehearsalState } from './views/rehearsal-view.ts';

/** Goes on with a rehearsal while the program stays. */
export interface RehearsalKeeper {
  /** Begins where one is on; called again, nothing. */
  start(): void;
  /** Stops it, waiting for the look under way, and does the work; one that is on after it goes on. */
  rest<T>(work: () => Promise<T>): Promise<T>;
  /** Stops it for good. */
  close(): Promise<void>;
}

export function createRehearsalKeeper({
  engine,
  publish,
}: {
  readonly engine: Pick<Engine, 'rehearsal' | 'records'>;
  readonly publish: Publisher['publish'];
}): RehearsalKeeper {
  let running: { readonly controller: AbortController; readonly ended: Promise<void> } | null = null;
  let isClosed = false;
  let resting = 0;
  const tell = (): void => publish('rehearsal:changed', toRehearsalState(engine.rehearsal.state()));
  const start = (): void => {
    // Begun under the work that ends it, it would be waited for by that work, which nobody would end then.
    if (running || isClosed || resting > 0 || engine.rehearsal.findRefusal() === null) return;
    const controller = new AbortController();
    const end = (): void => {
      running = null;
    };
    const ended = engine.rehearsal
      .run({ signal: controller.signal, onChange: tell })
      .then(end, (error: unknown) => {
        end();
        const message = describeDefect(error);
        engine.records.note({ level: 'error', action: 'bug', entity: 'rehearsal', message });
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

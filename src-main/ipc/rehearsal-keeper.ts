import type { Engine } from '../engine/face.ts';
import { describeDefect } from '../log/crash-record.ts';
import type { Publisher } from './publish.ts';
import { toRehearsalState } from './views/rehearsal-view.ts';

/** Goes on with a rehearsal while the program stays. */
export interface RehearsalKeeper {
  /** Begins where one is on; called again, nothing. */
  start(): void;
  /** Waits for the look under way. */
  stop(): Promise<void>;
}

export function createRehearsalKeeper({
  engine,
  publish,
}: {
  readonly engine: Pick<Engine, 'rehearsal' | 'records'>;
  readonly publish: Publisher['publish'];
}): RehearsalKeeper {
  let running: { readonly controller: AbortController; readonly ended: Promise<void> } | null = null;
  const tell = (): void => publish('rehearsal:changed', toRehearsalState(engine.rehearsal.state()));
  return {
    start: () => {
      if (running || engine.rehearsal.findRefusal() === null) return;
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
    },
    stop: async () => {
      running?.controller.abort();
      await running?.ended;
    },
  };
}

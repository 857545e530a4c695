import type { Clock } from '../engine/ports.ts';

export interface Phases {
  /** Does one step of the start. @throws Error that names the phase which failed */
  run<T>(name: string, step: () => T | Promise<T>): Promise<T>;
  /** `settle 12 ms, engine 80 ms`, for the log. */
  describe(): string;
}

/** The data cannot be used as it is: a person is told so, and nothing of the program has failed. */
export class StartRefusal extends Error {}

/**
 * The start as steps with names, so that a start that fails or is slow says where.
 * @param onDefect hears what failed, and in which phase, before it is thrown on
 */
export function createPhases(
  clock: Pick<Clock, 'monotonicMs'>,
  onDefect: (error: unknown, phase: string) => void,
): Phases {
  const times: string[] = [];
  return {
    run: async (name, step) => {
      const startMs = clock.monotonicMs();
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof StartRefusal)) onDefect(error, name);
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`While starting (${name}): ${message}`, { cause: error });
      } finally {
        times.push(`${name} ${Math.round(clock.monotonicMs() - startMs)} ms`);
      }
    },
    describe: () => times.join(', '),
  };
}

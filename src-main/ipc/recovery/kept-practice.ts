import type { RunningPractice, StartPractice } from '../session.ts';

/** Practice servers in the hands of one engine. */
export interface PracticeHold {
  readonly start: StartPractice;
  /** Those that an engine of before has left running; null where none are. */
  readonly found: RunningPractice | null;
  /** From now on this engine closes them no more, however late it comes to its end. */
  letGo(): void;
}

/** Lets practice servers outlive an engine's restart, as the real services do. Returns the way to hold them. */
export function keepPractice(start: StartPractice): () => PracticeHold {
  let running: RunningPractice | null = null;
  return () => {
    let isHeld = true;
    const wrap = (practice: RunningPractice): RunningPractice => ({
      ...practice,
      close: async () => {
        if (!isHeld) return;
        if (running === practice) running = null;
        await practice.close();
      },
    });
    return {
      found: running && wrap(running),
      start: async (menu) => {
        const started = await start(menu);
        running = started;
        return wrap(started);
      },
      letGo: () => {
        isHeld = false;
      },
    };
  };
}

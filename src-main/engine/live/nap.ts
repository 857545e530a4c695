import type { Timers } from '../ports.ts';

/** A rest between two looks that can be cut short. */
export interface Nap {
  take(delayMs: number, signal: AbortSignal): Promise<void>;
  /** A rest that only a call ends. */
  takeLong(signal: AbortSignal): Promise<void>;
  /** Ends the nap; one that is not begun yet is not taken at all. */
  end(): void;
}

export function createNap(timers: Timers): Nap {
  let isCalled = false;
  let stop: (() => void) | null = null;
  return {
    end: () => {
      isCalled = true;
      stop?.();
    },
    takeLong: async (signal) => {
      if (!isCalled && !signal.aborted)
        await new Promise<void>((resolve) => {
          stop = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
        });
      stop = null;
      isCalled = false;
    },
    take: async (delayMs, signal) => {
      if (!isCalled && !signal.aborted) {
        const woken = new AbortController();
        stop = () => woken.abort();
        signal.addEventListener('abort', stop, { once: true });
        try {
          await timers.sleep(delayMs, woken.signal);
        } catch (error) {
          if (!woken.signal.aborted) throw error;
        } finally {
          signal.removeEventListener('abort', stop);
          stop = null;
        }
      }
      isCalled = false;
    },
  };
}

import type { Timers } from '../engine/ports.ts';

export interface Deadline {
  /** Aborts when the time is over or the owner gives up. */
  readonly signal: AbortSignal;
  /** Rejects at that moment: a carrier that ignores the signal holds nobody up. */
  readonly passed: Promise<never>;
  cancel(): void;
}

/** Starts the time one try of a call has. */
export function createDeadline(timers: Timers, timeoutMs: number, owner?: AbortSignal): Deadline {
  const controller = new AbortController();
  const giveUp = (): void => controller.abort(owner?.reason);
  const timer = timers.after(timeoutMs, () => controller.abort());
  if (owner?.aborted) giveUp();
  owner?.addEventListener('abort', giveUp, { once: true });
  const { signal } = controller;
  let pass = (): void => undefined;
  const passed = new Promise<never>((_, reject) => {
    pass = () => reject(signal.reason);
  });
  signal.addEventListener('abort', pass, { once: true });
  return {
    signal,
    passed,
    cancel: () => {
      timer.cancel();
      owner?.removeEventListener('abort', giveUp);
      // A carrier remembers the signal for long: with this, the answer that was raced for would stay with it.
      signal.removeEventListener('abort', pass);
    },
  };
}

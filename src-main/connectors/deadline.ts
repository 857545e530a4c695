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
  return {
    signal: controller.signal,
    passed: new Promise((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    }),
    cancel: () => {
      timer.cancel();
      owner?.removeEventListener('abort', giveUp);
    },
  };
}

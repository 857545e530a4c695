import type { Telling, TellingPlan } from '../domain/alert-policy.ts';
import type { Failure } from '../domain/failure.ts';
import type { Clock } from './ports.ts';

const MINUTE_MS = 60_000;
/** Patience after one, two, ... failures in a row. */
const RETRY_AFTER_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);

export interface MailRunDeps {
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly send: (telling: Telling, signal: AbortSignal) => Promise<Failure | null>;
  readonly onSent: (telling: Telling) => void;
  /** `tries` counts the failures in a row. */
  readonly onFailed: (failure: Failure, tries: number) => void;
  /** All that was due is sent, or one of it failed: there may be more to do. */
  readonly onEnded: () => void;
}

export interface MailRun {
  readonly signal: AbortSignal;
  /** Begins to send what is due, unless mails are under way; answers when to look again. */
  look(plan: () => TellingPlan): number | null;
  /** Something changed: what failed may work now. */
  retryNow(): void;
  close(): Promise<void>;
}

/** Sends mails one after the other, and with patience after a failure. */
export function createMailRun({ clock, send, onSent, onFailed, onEnded }: MailRunDeps): MailRun {
  const controller = new AbortController();
  const { signal } = controller;
  let sending: Promise<void> | null = null;
  let failures = 0;
  let notBeforeMs = 0;

  const sendAll = async (tellings: readonly Telling[]): Promise<void> => {
    for (const telling of tellings) {
      const failure = await send(telling, signal);
      if (signal.aborted) return;
      if (failure) {
        const patienceMs = RETRY_AFTER_MS[Math.min(failures, RETRY_AFTER_MS.length - 1)] ?? 0;
        failures += 1;
        notBeforeMs = clock.nowMs() + patienceMs;
        onFailed(failure, failures);
        return;
      }
      failures = 0;
      onSent(telling);
    }
  };
  return {
    signal,
    look: (plan) => {
      if (sending || signal.aborted) return null;
      const { tellings, nextMs } = plan();
      if (tellings.length === 0) return nextMs;
      if (notBeforeMs > clock.nowMs()) return notBeforeMs;
      sending = sendAll(tellings).finally(() => {
        sending = null;
        if (!signal.aborted) onEnded();
      });
      return null;
    },
    retryNow: () => {
      notBeforeMs = 0;
    },
    close: async () => {
      controller.abort();
      await sending;
    },
  };
}

import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Lease, Moment } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';

/** Writes end this long before the lease does: what is on its way arrives within it. */
const MARGIN_MS = 15_000;
/** After a sleep that was announced the system tells of the waking within this long, or there was none. */
const AWAKE_WITHIN_MS = 60_000;
const META = 'hub.lease';

/**
 * One writer per shop. It binds only while a second PC is paired: one that is alone goes on when the relay is away.
 * With two, whoever cannot show a fresh lease writes nothing, and says why.
 */
export interface WriterLease {
  note(lease: Lease): void;
  /** The relay answered what was sent at this moment; all that it says from now on, it said after that. */
  renew(sent: Moment): void;
  /**
   * The computer goes to sleep, or has woken. Asleep one of its clocks may stand still while the other one is set
   * back, so neither is asked: only an answer to something that is sent after the waking counts.
   */
  noteSleep(word: 'asleep' | 'awake'): void;
  /** This PC was paired as one of several: until the relay says otherwise, another one is at work. */
  expectOthers(): void;
  /** The relay is gone for good: this PC is no longer paired. */
  forget(): void;
  /** null: this PC may write. */
  findRefusal(): Failure | null;
  read(): Lease | null;
}

/** @param isOnly a person has said that only this PC is in use */
export function createWriterLease(meta: Ledger['meta'], clock: Clock, isOnly: () => boolean): WriterLease {
  let lease: Lease | null = null;
  // Not when its word came: that may have lain in a buffer while this PC stood still, and the lease ran out meanwhile.
  let answered: Moment | null = null;
  // By the monotonic clock; what was sent until then may have been sent before a sleep.
  let doubtedUntilMs = Number.NEGATIVE_INFINITY;
  // A computer that slept may have stopped one of its clocks: the one that says more has passed is right.
  const readAgeMs = ({ monotonicMs, wallMs }: Moment): number =>
    Math.max(clock.monotonicMs() - monotonicMs, clock.nowMs() - wallMs);
  return {
    note: (next) => {
      lease = next;
      // After a restart without the relay it is still known that another PC may be at work.
      const isKept = meta.get(META) === 'binding';
      if (next.isBinding && !isKept) meta.put(META, 'binding');
      if (!next.isBinding && isKept) meta.remove(META);
    },
    renew: (sent) => {
      if (sent.monotonicMs <= doubtedUntilMs) return;
      if (answered === null || sent.monotonicMs > answered.monotonicMs) answered = sent;
    },
    noteSleep: (word) => {
      answered = null;
      doubtedUntilMs = clock.monotonicMs() + (word === 'asleep' ? AWAKE_WITHIN_MS : 0);
    },
    expectOthers: () => meta.put(META, 'binding'),
    forget: () => {
      lease = null;
      answered = null;
      meta.remove(META);
    },
    findRefusal: () => {
      const isBinding = lease?.isBinding ?? meta.get(META) === 'binding';
      if (!isBinding || isOnly()) return null;
      if (lease && !lease.isHolder)
        return createFailure('LEASE_ELSEWHERE', lease.holder ? { holder: lease.holder } : {});
      const isFresh = lease && answered && readAgeMs(answered) < lease.ttlMs - MARGIN_MS;
      return isFresh ? null : createFailure('LEASE_UNCERTAIN');
    },
    read: () => lease,
  };
}

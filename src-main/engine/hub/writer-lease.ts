import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Lease } from '../hub-ports.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';

/** Writes end this long before the lease does: what is on its way arrives within it. */
const MARGIN_MS = 15_000;
const META = 'hub.lease';

/**
 * One writer per shop. It binds only while a second PC is paired: one that is alone goes on when the relay is away.
 * With two, whoever cannot show a fresh lease writes nothing, and says why.
 */
export interface WriterLease {
  note(lease: Lease): void;
  /** The relay confirmed a ping that was sent at this monotonic time. */
  renew(sentMs: number): void;
  /** The relay is gone for good: this PC is no longer paired. */
  forget(): void;
  /** null: this PC may write. */
  findRefusal(): Failure | null;
  read(): Lease | null;
}

/** @param isOnly a person has said that only this PC is in use */
export function createWriterLease(meta: Ledger['meta'], clock: Clock, isOnly: () => boolean): WriterLease {
  let lease: Lease | null = null;
  let renewed = { monotonicMs: 0, wallMs: 0 };
  const setRenewed = (monotonicMs: number): void => {
    // A computer that slept may have stopped one of its clocks: the one that says more has passed is right.
    renewed = { monotonicMs, wallMs: clock.nowMs() - (clock.monotonicMs() - monotonicMs) };
  };
  const readAgeMs = (): number =>
    Math.max(clock.monotonicMs() - renewed.monotonicMs, clock.nowMs() - renewed.wallMs);
  return {
    note: (next) => {
      lease = next;
      if (next.isHolder) setRenewed(clock.monotonicMs());
      // After a restart without the relay it is still known that another PC may be at work.
      const isKept = meta.get(META) === 'binding';
      if (next.isBinding && !isKept) meta.put(META, 'binding');
      if (!next.isBinding && isKept) meta.remove(META);
    },
    renew: (sentMs) => {
      if (lease?.isHolder && sentMs > renewed.monotonicMs) setRenewed(sentMs);
    },
    forget: () => {
      lease = null;
      meta.remove(META);
    },
    findRefusal: () => {
      const isBinding = lease?.isBinding ?? meta.get(META) === 'binding';
      if (!isBinding || isOnly()) return null;
      if (lease && !lease.isHolder)
        return createFailure('LEASE_ELSEWHERE', lease.holder ? { holder: lease.holder } : {});
      return lease && readAgeMs() < lease.ttlMs - MARGIN_MS ? null : createFailure('LEASE_UNCERTAIN');
    },
    read: () => lease,
  };
}

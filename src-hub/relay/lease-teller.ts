import type { LeaseNews } from '../protocol/frames.ts';
import type { HubTime } from '../runtime/time.ts';
import type { LeaseBook } from './lease-book.ts';
import { noteTold, type Session } from './session.ts';

/** Tells devices how the lease of their shop stands whenever that changes. */
export interface LeaseTeller {
  /** Renews or takes the lease for a device that wishes it. */
  renew(session: Session, others: Iterable<Session>): void;
  /** The device goes for good: the next one that wishes it has it at once. */
  release(session: Session, others: Iterable<Session>): void;
  /** A device has come, gone or been revoked. */
  tell(sessions: Iterable<Session>): void;
}

const isSame = (a: LeaseNews, b: LeaseNews): boolean =>
  a.epoch === b.epoch && a.isHolder === b.isHolder && a.holder === b.holder && a.isBinding === b.isBinding;

export function createLeaseTeller(leases: LeaseBook, time: HubTime): LeaseTeller {
  const tellOne = (session: Session, lease: LeaseNews): void => {
    session.wire.send({ type: 'lease', lease });
    noteTold(session, lease, time.monotonicMs());
  };
  const tell = (sessions: Iterable<Session>): void => {
    for (const session of sessions) {
      const lease = leases.read(session.device.id, time.nowMs());
      if (!isSame(lease, session.lease)) tellOne(session, lease);
    }
  };
  return {
    tell,
    renew: (session, others) => {
      if (!session.wantsLease) return tell([session]);
      const before = session.lease;
      const lease = leases.claim(session.device.id, time.nowMs());
      // A holder that is not alone counts its time from each renewal, so each is said.
      if (lease.isBinding || !isSame(lease, before)) tellOne(session, lease);
      if (lease.epoch !== before.epoch) tell(others);
    },
    release: (session, others) => {
      leases.release(session.device.id, time.nowMs());
      const rest = [...others];
      for (const other of rest) if (other.wantsLease) leases.claim(other.device.id, time.nowMs());
      tell(rest);
    },
  };
}

import type { LeaseNews } from '../protocol/frames.ts';
import type { HubTime } from '../runtime/time.ts';
import type { LeaseBook } from './lease-book.ts';
import { noteTold, type Session } from './session.ts';

/**
 * Tells devices how the lease of their shop stands whenever that changes. Each rejects where the database fails; what a
 * device was told stands until it is told otherwise.
 */
export interface LeaseTeller {
  /** Renews or takes the lease for a device that wishes it. */
  renew(session: Session, listOthers: () => Iterable<Session>): Promise<void>;
  /** The device goes for good: the next one that wishes it has it at once. */
  release(session: Session, listOthers: () => Iterable<Session>): Promise<void>;
  /** A device has come, gone or been revoked. */
  tell(sessions: Iterable<Session>): Promise<void>;
}

const isSame = (a: LeaseNews, b: LeaseNews): boolean =>
  a.epoch === b.epoch && a.isHolder === b.isHolder && a.holder === b.holder && a.isBinding === b.isBinding;

export function createLeaseTeller(leases: LeaseBook, time: HubTime): LeaseTeller {
  const tellOne = (session: Session, lease: LeaseNews): void => {
    session.wire.send({ type: 'lease', lease });
    noteTold(session, lease, time.monotonicMs());
  };
  const tell = async (sessions: Iterable<Session>): Promise<void> => {
    for (const session of sessions) {
      const lease = await leases.read(session.device.id, time.nowMs());
      if (!isSame(lease, session.lease)) tellOne(session, lease);
    }
  };
  return {
    tell,
    renew: async (session, listOthers) => {
      if (!session.wantsLease) return tell([session]);
      const lease = await leases.claim(session.device.id, time.nowMs());
      const before = session.lease;
      // A holder that is not alone counts its time from each renewal, so each is said.
      if (lease.isBinding || !isSame(lease, before)) tellOne(session, lease);
      if (lease.epoch !== before.epoch) await tell(listOthers());
    },
    release: async (session, listOthers) => {
      await leases.release(session.device.id, time.nowMs());
      const rest = [...listOthers()];
      for (const other of rest) if (other.wantsLease) await leases.claim(other.device.id, time.nowMs());
      await tell(rest);
    },
  };
}

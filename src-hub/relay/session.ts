import type { AppFrame, ByeCode, LeaseNews } from '../protocol/frames.ts';
import { DEAD_MS, HEARTBEAT_MS } from '../protocol/frames.ts';
import type { Device } from '../tenants/shop-book.ts';
import { type Delivery, PAUSE_BYTES } from './delivery.ts';
import type { Wire } from './wire.ts';

/** Above it for so long, a socket is closed as slow: the log keeps the rest for when it is back. */
export const SLOW_BYTES = 1024 * 1024;
export const SLOW_MS = 30_000;
/** A wake-up that was lost is made good by then. */
export const POLL_MS = 15_000;
/** Questions for permits that one device may have open. */
export const MOST_WANTS = 8;

/** One paired device on one socket, from its hello on. All times are of the clock that is never set. */
export interface Session {
  readonly device: Device;
  readonly wire: Wire;
  readonly delivery: Delivery;
  readonly wantsLease: boolean;
  /** What it was last told of the lease. */
  lease: LeaseNews;
  /** It has read that it is not alone. */
  knowsOthers: boolean;
  /** The ping whose answer says so; null where none is under way. */
  proofPing: number | null;
  pings: number;
  openWants: number;
  heardMs: number;
  pingedMs: number;
  polledMs: number;
  slowSinceMs: number | null;
}

export type SessionParts = Pick<Session, 'device' | 'wire' | 'delivery' | 'wantsLease' | 'lease'>;

export const createSession = (parts: SessionParts, nowMs: number): Session => ({
  ...parts,
  knowsOthers: false,
  proofPing: null,
  pings: 0,
  openWants: 0,
  heardMs: nowMs,
  pingedMs: nowMs,
  polledMs: nowMs,
  slowSinceMs: null,
});

/**
 * Looks after a session once a second: pings where nothing was heard, repeats what was not acknowledged, reads the log
 * anew now and then. Returns why it is to be closed, or null. To a device that leaves a ping unanswered nothing is
 * repeated: its socket has it all, and a thousand of them would hold up everybody else.
 */
export function tend(session: Session, nowMs: number, pump: (session: Session) => void): ByeCode | null {
  const { wire, delivery } = session;
  if (nowMs - session.heardMs >= DEAD_MS) return 'silent';
  if (isSlow(session, nowMs)) return 'slow';
  const quietSinceMs = Math.max(session.heardMs, session.pingedMs);
  if (nowMs - quietSinceMs >= HEARTBEAT_MS && wire.bufferedBytes <= PAUSE_BYTES) {
    ping(session, nowMs);
  }
  const isDue = nowMs - session.polledMs >= POLL_MS;
  if (isDue) session.polledMs = nowMs;
  const isAnswering = session.heardMs >= session.pingedMs;
  if ((isAnswering && delivery.rewind()) || isDue || delivery.isHeldUp()) pump(session);
  return null;
}

/** Returns the number that its answer will have. */
function ping(session: Session, nowMs: number): number {
  session.pings += 1;
  session.pingedMs = nowMs;
  session.wire.send({ type: 'ping', id: session.pings });
  return session.pings;
}

/**
 * What a device was just told of its lease, and a ping where it is to show that it has read it: frames are read in
 * order, so its answer says so.
 */
export function noteTold(session: Session, lease: LeaseNews, nowMs: number): void {
  session.lease = lease;
  if (!lease.isBinding) session.knowsOthers = false;
  session.proofPing = lease.isBinding && !session.knowsOthers ? ping(session, nowMs) : null;
}

function isSlow(session: Session, nowMs: number): boolean {
  if (session.wire.bufferedBytes <= SLOW_BYTES) {
    session.slowSinceMs = null;
    return false;
  }
  session.slowSinceMs ??= nowMs;
  return nowMs - session.slowSinceMs >= SLOW_MS;
}

export type Hello = Extract<AppFrame, { type: 'hello' }>;

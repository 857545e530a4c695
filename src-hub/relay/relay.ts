import type { FastifyBaseLogger } from 'fastify';
import type { LogRow } from '../log/event-log.ts';
import type { HubMetrics } from '../ops/hub-metrics.ts';
import type { AppFrame, ByeCode } from '../protocol/frames.ts';
import type { Device } from '../tenants/shop-book.ts';
import { Delivery, PAUSE_BYTES } from './delivery.ts';
import { findLease, findStart, type RelayParts, recognise, welcome } from './greeting.ts';
import { createLeaseTeller, type LeaseTeller } from './lease-teller.ts';
import { createSession, type Hello, MOST_WANTS, noteTold, type Session, tend } from './session.ts';
import { SessionMap, SLOTS } from './session-map.ts';
import type { Wire } from './wire.ts';

/** After a stop, devices come back one by one over this long (hub.md 3.3). */
export const SPREAD_MS = 120_000;
/** After a refusal or a fault there is no hurry. */
const COME_BACK_MS = 60_000;
/** PCs whose shop has another node now come there one by one, over this long. */
const MOVE_SPREAD_MS = 3_000;
const FAILURE_EVERY_MS = 1_000;
/** Each session has its turn once a second. */
const TICK_MS = 1000 / SLOTS;

/** The sessions of all devices that are connected. */
export class Relay {
  readonly #parts: RelayParts;
  readonly #metrics: HubMetrics;
  readonly #say: FastifyBaseLogger;
  readonly #sessions = new SessionMap();
  readonly #teller: LeaseTeller;
  readonly #endings: (() => void)[];
  #isDraining = false;
  #ticks = 0;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(parts: RelayParts, metrics: HubMetrics, say: FastifyBaseLogger) {
    this.#parts = parts;
    this.#metrics = metrics;
    this.#say = say;
    this.#teller = createLeaseTeller(parts.leases, parts.time);
    this.#endings = [
      parts.log.onNews((shopId) => this.#sessions.listShop(shopId).forEach(this.#pump)),
      parts.book.onRevoked((deviceId) => this.#revoke(deviceId)),
      parts.placement.onMoved(() => this.#sessions.listAll().forEach(this.#moveOn)),
    ];
    parts.time.after(TICK_MS, this.#tick);
  }

  countSessions(): number {
    return this.#sessions.count();
  }

  /** A device says hello; null where it was sent away, which it was told. Rejects where the database fails. */
  async greet(wire: Wire, hello: Hello): Promise<Session | null> {
    const device = await recognise(this.#parts, hello);
    if (typeof device === 'string') return this.bye(wire, device);
    if (!this.#mayEnter(wire, hello, device)) return null;
    const start = await findStart(this.#parts, device, hello.cursor);
    if (!this.#mayEnter(wire, hello, device)) return null;
    const lease = await findLease(this.#parts, device, hello);
    // From here on nothing is waited for, so that it misses no word of the lease.
    if (!this.#mayEnter(wire, hello, device)) return null;
    welcome(this.#parts, device, lease, wire);
    const delivery = this.#createDelivery(wire, device, start.cursor);
    const session = createSession(
      { device, wire, delivery, wantsLease: hello.wantsLease, lease },
      this.#parts.time.monotonicMs(),
    );
    this.#enter(session);
    noteTold(session, lease, this.#parts.time.monotonicMs());
    if (start.forgottenUpTo !== null)
      delivery.sendRow({
        kind: 'resync',
        seq: start.forgottenUpTo,
        side: null,
        reason: 'this PC was set back',
      });
    this.#pump(session);
    return session;
  }

  /** While it was waited for, shops may have moved, everybody been sent away, the device revoked, its socket closed. */
  #mayEnter(wire: Wire, hello: Hello, { shopId }: Device): boolean {
    const url = this.#parts.placement.findElsewhere(shopId);
    if (url !== null) this.bye(wire, 'moved', { url, withinMs: 0 });
    else if (this.#isDraining) this.bye(wire, 'restart');
    else if (this.#parts.book.findDevice(hello.token) === null) this.bye(wire, 'revoked');
    return wire.isOpen();
  }

  /** A device cannot be let in: it comes back at a moment of its own. */
  sendBack(wire: Wire, error: unknown): void {
    this.#tellFailure(error, 'a device cannot be let in: the log fails');
    this.bye(wire, 'restart');
  }

  receive(session: Session, frame: AppFrame): void {
    session.heardMs = this.#parts.time.monotonicMs();
    switch (frame.type) {
      case 'ack':
        this.#acknowledge(session, frame.upTo);
        return;
      case 'want':
        this.#want(session, frame);
        return;
      case 'ping':
        this.#renew(session, frame.id).catch(this.#failLease);
        return;
      case 'pong':
        if (frame.id === session.proofPing) this.#noteProof(session);
        return;
      case 'bye':
        if (this.leave(session)) this.#release(session).catch(this.#failLease);
        return;
      case 'hello': // a second one says nothing new
        this.#metrics.ignoredFrames.inc({ why: 'second hello' });
    }
  }

  /** Its socket is closed. False where that was known. */
  leave(session: Session): boolean {
    session.delivery.end();
    if (!this.#sessions.remove(session)) return false;
    this.#parts.permits.forget(session.device.id);
    this.#parts.book.noteSeen(session.device.id, this.#parts.time.nowMs());
    return true;
  }

  /** Closes a socket with the reason and when to come back. */
  bye(wire: Wire, code: ByeCode, move: Move = STAY): null {
    if (!wire.isOpen()) return null;
    this.#metrics.byes.inc({ code });
    const fraction = this.#parts.time.fraction();
    wire.close({ type: 'bye', code, ...chooseReturn(code, fraction, move) });
    return null;
  }

  /** Sends a device away. */
  part(session: Session, code: ByeCode, move?: Move): void {
    this.leave(session);
    this.bye(session.wire, code, move);
  }

  /** Sends everybody away, each to come back at a moment of its own; to another node where there is one. */
  drain(): void {
    this.#isDraining = true;
    for (const end of this.#endings) end();
    this.#sessions.listAll().forEach(this.#moveOn);
    for (const session of this.#sessions.listAll()) this.part(session, 'restart');
  }

  #enter(session: Session): void {
    const { id } = session.device;
    const older = this.#sessions.find(id);
    if (older) this.part(older, 'replaced');
    this.#sessions.add(session);
    this.#parts.book.noteSeen(id, this.#parts.time.nowMs());
    this.#teller.tell(this.#sessions.listOthers(session)).catch(this.#failLease);
  }

  /** The answer says that the lease is renewed, so it comes after. Where that fails, silence tells the device. */
  async #renew(session: Session, id: number): Promise<void> {
    await this.#teller.renew(session, () => this.#sessions.listOthers(session));
    const { wire } = session;
    if (wire.bufferedBytes <= PAUSE_BYTES) wire.send({ type: 'pong', id });
  }

  #release(session: Session): Promise<void> {
    return this.#teller.release(session, () => this.#sessions.listShop(session.device.shopId));
  }

  #createDelivery(wire: Wire, { id, shopId }: Device, cursor: number): Delivery {
    const { log, time } = this.#parts;
    const onSent = (row: LogRow): void => {
      this.#metrics.sent.inc({ kind: row.kind });
      if (row.kind === 'hint') this.#metrics.hintSeconds.observe((time.nowMs() - row.lastMs) / 1000);
    };
    return new Delivery({ log, wire, time, shopId, deviceId: id, onSent }, cursor);
  }

  #noteProof(session: Session): void {
    session.proofPing = null;
    this.#parts.leases.confirm(session.device.id).then(() => {
      if (session.lease.isBinding) session.knowsOthers = true;
    }, this.#failLease);
  }

  #acknowledge(session: Session, upTo: number): void {
    session.delivery.acknowledge(upTo).then((isTrue) => {
      if (!isTrue) this.part(session, 'malformed');
    }, this.#fail);
  }

  #want(session: Session, { n, lane }: Extract<AppFrame, { type: 'want' }>): void {
    const { permits, time } = this.#parts;
    const { device, wire } = session;
    if (session.openWants >= MOST_WANTS) {
      this.#metrics.ignoredFrames.inc({ why: 'too many wants' });
      return;
    }
    session.openWants += 1;
    permits
      .ask(device.id, device.shopId, n, lane)
      .then((permit) => {
        session.openWants -= 1;
        wire.send({ type: 'permit', n: permit.n, forMs: permit.forMs, untilMs: time.nowMs() + permit.forMs });
      })
      .catch(this.#fail);
  }

  #revoke(deviceId: string): void {
    const session = this.#sessions.find(deviceId);
    if (!session) return;
    this.part(session, 'revoked');
    this.#teller.tell(this.#sessions.listShop(session.device.shopId)).catch(this.#failLease);
  }

  readonly #pump = (session: Session): void => {
    session.delivery.pump().catch(this.#fail);
  };

  readonly #fail = (error: unknown): void =>
    this.#tellFailure(error, 'the log cannot be read or written for a device; it is tried again');

  readonly #failLease = (error: unknown): void =>
    this.#tellFailure(error, 'the lease of a shop cannot be read or written; it is tried again');

  /** While a database is away, each of ten thousand devices meets it: one line a second says so. */
  #tellFailure(error: unknown, what: string): void {
    const nowMs = this.#parts.time.monotonicMs();
    if (nowMs - this.#toldMs < FAILURE_EVERY_MS) return;
    this.#toldMs = nowMs;
    this.#say.error({ err: error }, what);
  }

  readonly #moveOn = (session: Session): void => {
    const url = this.#parts.placement.findElsewhere(session.device.shopId);
    if (url !== null) this.part(session, 'moved', { url, withinMs: MOVE_SPREAD_MS });
  };

  readonly #tick = (): void => {
    const nowMs = this.#parts.time.monotonicMs();
    this.#ticks += 1;
    for (const session of this.#sessions.listSlot(this.#ticks)) {
      const code = tend(session, nowMs, this.#pump);
      if (code !== null) this.part(session, code);
    }
    if (!this.#isDraining) this.#parts.time.after(TICK_MS, this.#tick);
  };
}

/** Where a device is to go, and within which time. */
interface Move {
  readonly url: string | null;
  readonly withinMs: number;
}

const STAY: Move = { url: null, withinMs: 0 };

/** How long a device is to stay away, milliseconds, and where it is to go then. */
function chooseReturn(
  code: ByeCode,
  fraction: number,
  { url, withinMs }: Move,
): { readonly retryAfterMs: number; readonly url?: string } {
  if (url !== null) return { retryAfterMs: Math.floor(fraction * withinMs), url };
  if (code === 'restart') return { retryAfterMs: Math.floor(fraction * SPREAD_MS) };
  return { retryAfterMs: code === 'slow' || code === 'silent' ? 0 : COME_BACK_MS };
}

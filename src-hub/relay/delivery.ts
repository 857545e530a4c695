import type { EventLog, LogRow } from '../log/event-log.ts';
import { type HubFrame, WINDOW_FRAMES } from '../protocol/frames.ts';
import type { HubTime } from '../runtime/time.ts';
import type { Wire } from './wire.ts';

/** Where something is under way and nothing was acknowledged for so long, it is sent again. */
export const REDELIVERY_MS = 30_000;
/** So many are repeated, and the rest once they are acknowledged: who took none of a window may take none of the next. */
export const REPEATED_FRAMES = 16;
/** To read everything anew takes a while, so in a flood a device is told no oftener. */
export const RESYNC_GAP_MS = 10_000;
/** Above it the log is not read on; what is in the log costs no memory. */
export const PAUSE_BYTES = 256 * 1024;

export interface DeliveryParts {
  readonly log: EventLog;
  readonly wire: Wire;
  readonly time: HubTime;
  readonly shopId: string;
  readonly deviceId: string;
  readonly onSent: (row: LogRow) => void;
}

/** Rows on their way to one device: at least once, in order, at most a window of them at a time. */
export class Delivery {
  readonly #parts: DeliveryParts;
  #acknowledged: number;
  #sentUpTo: number;
  #highestSent: number;
  /** Numbers alone: a thousand devices that do not answer have a window each. */
  #inFlight: number[] = [];
  #window = WINDOW_FRAMES;
  #waitsSinceMs = 0;
  /** Before it no further resync is sent, nor what stands behind one. */
  #resyncNotBeforeMs = 0;
  #isHeld = false;
  #isPumping = false;
  /** Whether the log may have rows that were not read; without news, an acknowledgement reads nothing. */
  #hasNews = false;
  #isEnded = false;

  constructor(parts: DeliveryParts, cursor: number) {
    this.#parts = parts;
    this.#acknowledged = cursor;
    this.#sentUpTo = cursor;
    this.#highestSent = cursor;
  }

  /** Sends what waits, as far as window and socket have room. Rejects where the log cannot be read. */
  async pump(): Promise<void> {
    this.#hasNews = true;
    if (this.#isPumping) return;
    this.#isPumping = true;
    try {
      while (this.#hasNews && this.#hasRoom()) {
        this.#hasNews = false;
        await this.#sendOn();
      }
    } finally {
      this.#isPumping = false;
    }
  }

  /** Sends a row that is not in the log; it is acknowledged like the others. */
  sendRow(row: LogRow): void {
    const { wire, time, onSent } = this.#parts;
    wire.send(writeRow(row));
    if (this.#inFlight.length === 0) this.#waitsSinceMs = time.monotonicMs();
    this.#inFlight.push(row.seq);
    if (row.kind === 'resync') this.#resyncNotBeforeMs = time.monotonicMs() + RESYNC_GAP_MS;
    this.#sentUpTo = Math.max(this.#sentUpTo, row.seq);
    this.#highestSent = Math.max(this.#highestSent, row.seq);
    onSent(row);
  }

  /** False where the device acknowledges what it was never sent. Rejects where it cannot be written. */
  async acknowledge(upTo: number): Promise<boolean> {
    if (upTo > this.#highestSent) return false;
    if (upTo <= this.#acknowledged) return true;
    this.#acknowledged = upTo;
    this.#window = WINDOW_FRAMES;
    this.#sentUpTo = Math.max(this.#sentUpTo, upTo);
    const after = this.#inFlight.findIndex((seq) => seq > upTo);
    this.#inFlight = after === -1 ? [] : this.#inFlight.slice(after);
    const { log, time, shopId, deviceId } = this.#parts;
    this.#waitsSinceMs = time.monotonicMs();
    const written = log.acknowledge(shopId, deviceId, upTo);
    await (this.#hasNews ? Promise.all([written, this.pump()]) : written);
    return true;
  }

  /** Goes back to what was acknowledged where the device has been silent about it for too long; true where it does. */
  rewind(): boolean {
    const waitedMs = this.#parts.time.monotonicMs() - this.#waitsSinceMs;
    if (this.#inFlight.length === 0 || waitedMs < REDELIVERY_MS) return false;
    this.#inFlight = [];
    this.#window = REPEATED_FRAMES;
    this.#sentUpTo = this.#acknowledged;
    this.#hasNews = true;
    return true;
  }

  /** Whether window or socket were too full for what may wait. */
  isHeldUp(): boolean {
    return this.#hasNews && !this.#isPumping;
  }

  end(): void {
    this.#isEnded = true;
  }

  async #sendOn(): Promise<void> {
    const { log, shopId } = this.#parts;
    const from = this.#sentUpTo;
    const room = this.#window - this.#inFlight.length;
    const rows = await log.read(shopId, from, room);
    if (this.#isEnded) return;
    // Rewound or acknowledged meanwhile: what was read is not what comes next.
    if (this.#sentUpTo !== from) this.#hasNews = true;
    else this.#sendRows(rows, room);
  }

  #sendRows(rows: readonly LogRow[], room: number): void {
    const nowMs = this.#parts.time.monotonicMs();
    if (rows.length === room) this.#hasNews = true;
    for (const row of rows) {
      if (row.kind === 'resync' && nowMs < this.#resyncNotBeforeMs) {
        this.#isHeld = true;
        this.#hasNews = true;
        return;
      }
      this.sendRow(row);
    }
  }

  #hasRoom(): boolean {
    if (this.#parts.time.monotonicMs() >= this.#resyncNotBeforeMs) this.#isHeld = false;
    return (
      !this.#isEnded &&
      !this.#isHeld &&
      this.#inFlight.length < this.#window &&
      this.#parts.wire.bufferedBytes <= PAUSE_BYTES
    );
  }
}

function writeRow(row: LogRow): HubFrame {
  if (row.kind === 'resync') return { type: 'resync', seq: row.seq, side: row.side, reason: row.reason };
  const { seq, side, key, times, firstMs, lastMs } = row;
  return { type: 'hint', seq, side, key, times, firstMs, lastMs };
}

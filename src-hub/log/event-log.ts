import type { Hint } from '../protocol/frames.ts';

export type Side = Hint['side'];

/** What ingest tells of: one object of one shop. Never content. */
export interface NewHint {
  readonly shopId: string;
  readonly side: Side;
  readonly key: string;
  readonly atMs: number;
}

/** The digest that is no delivery's: it shows that the log can be written. */
export const PROBE_DIGEST = ':probe';

/** What a device gets: a hint, or the word that hints were dropped on purpose. */
export type LogRow =
  | ({ readonly kind: 'hint' } & Hint)
  | { readonly kind: 'resync'; readonly seq: number; readonly side: Side | null; readonly reason: string };

/** Distinct objects that may wait for one device; beyond it they collapse into one resync. */
export const LONGEST_PENDING = 2000;

/**
 * The durable log of hints. One shop's rows have strictly increasing numbers; a row told of again before any
 * delivery is the same row with a higher number (coalescing). Everything that has resolved is on disk.
 */
export interface EventLog {
  /** Resolves after fsync; rows given in the same turn share one commit. Rejects only where the disk fails. */
  append(hints: readonly NewHint[]): Promise<void>;
  /**
   * Drops what waits for the shop (of one side, or of both) and leaves one resync instead. Resolves after fsync.
   * Until a device has been sent it, it stands for everything told after it as well.
   */
  collapse(shopId: string, side: Side | null, reason: string, atMs: number): Promise<void>;
  /** At most `limit` rows above `afterSeq`, oldest first. */
  read(shopId: string, afterSeq: number, limit: number): Promise<readonly LogRow[]>;
  /**
   * The device has committed everything up to `seq`; rows that every device of the shop has are deleted. Nothing for
   * a device without a cursor. A number beyond the last one raises that: the file is older than the device.
   */
  acknowledge(shopId: string, deviceId: string, seq: number): Promise<void>;
  /** Up to where the device has acknowledged; 0 for a new one. */
  readCursor(shopId: string, deviceId: string): Promise<number>;
  /** The last number that the shop's rows have had; 0 where there was none. */
  readLast(shopId: string): Promise<number>;
  /** A new device starts here: it reads everything by itself first. Nothing for one that has a cursor. */
  openCursor(shopId: string, deviceId: string): Promise<void>;
  dropCursor(shopId: string, deviceId: string): Promise<void>;
  /**
   * True the first time within a day; by `SHOP:HASH` of the identical delivery (V3). Committed with the `append` or
   * `collapse` that follows in the same turn, so await nothing between; false comes after the first one's fsync.
   */
  isFirst(digest: string, atMs: number): Promise<boolean>;
  /** Writes something that says nothing. Resolves after fsync; rejects while the disk fails. */
  probe(nowMs: number): Promise<void>;
  /** Rows older than a week become one resync; digests older than a day go. */
  prune(nowMs: number): Promise<void>;
  /** All that is kept of a shop. */
  erase(shopId: string): Promise<void>;
  /** Tells after a commit that a shop has news; the wake-up of its sockets. Returns what stops it. */
  onNews(listener: (shopId: string) => void): () => void;
  /** Rows that wait, and when the oldest came, for `/metrics`. */
  readFigures(): Promise<{
    readonly waiting: number;
    readonly oldestMs: number | null;
    readonly commits: number;
  }>;
  close(): Promise<void>;
}

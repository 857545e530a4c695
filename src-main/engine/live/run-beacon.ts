import type { Ledger } from '../ledger-ports.ts';
import type { LiveState } from '../live-face.ts';

const META = 'sync.beacon';
/** Often enough for a figure over a minute; each time is a write to the disk. */
const SHOW_EVERY_MS = 10_000;
/** A process that was killed shows nothing any more. */
const STALE_MS = 90_000;

/** What a running process shows to those who only look into its data folder. */
export type Beacon = Pick<LiveState, 'everySeconds' | 'pace' | 'quotaPercent' | 'away'>;

export interface RunBeacon {
  show(beacon: Beacon): void;
  hide(): void;
  /** null where no process runs. */
  read(): Beacon | null;
}

/** @param nowMs both processes are on one computer and have its clock */
export function createRunBeacon(meta: Ledger['meta'], nowMs: () => number): RunBeacon {
  let shownMs: number | null = null;
  let shownAway = '';
  return {
    show: (beacon) => {
      const atMs = nowMs();
      const { everySeconds, pace, quotaPercent, away } = beacon;
      const isNews = JSON.stringify(away) !== shownAway;
      if (!isNews && shownMs !== null && Math.abs(atMs - shownMs) < SHOW_EVERY_MS) return;
      shownMs = atMs;
      shownAway = JSON.stringify(away);
      meta.put(META, JSON.stringify({ everySeconds, pace, quotaPercent, away, atMs }));
    },
    hide: () => {
      shownMs = null;
      if (meta.get(META) !== null) meta.remove(META);
    },
    read: () => {
      const kept = meta.get(META);
      if (kept === null) return null;
      const { atMs, ...beacon } = JSON.parse(kept) as Beacon & { readonly atMs: number };
      return Math.abs(nowMs() - atMs) < STALE_MS + beacon.everySeconds * 1000 ? beacon : null;
    },
  };
}

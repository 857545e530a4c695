import type { FastifyBaseLogger } from 'fastify';
import type { HubTime } from '../runtime/time.ts';

/** A disk that fails is told of at once, then as often as this. */
const AGAIN_MS = 60_000;
/** One that failed is tried so often: a proxy sends no deliveries to a hub that is not well, so none would show it. */
const PROBE_EVERY_MS = 5_000;

/** Whether what is delivered reaches the disk, or the database of several nodes; rings where it does not. */
export interface DiskWatch {
  noteFailure(error: unknown): void;
  noteSuccess(): void;
  isFailing(): boolean;
  /** Tries no more. */
  stop(): void;
}

export interface DiskWatchDeps {
  readonly say: FastifyBaseLogger;
  readonly time: HubTime;
  /** Tells the operator beyond the log, e.g. by mail. */
  readonly ring: (error: unknown) => void;
  /** Writes as a delivery would; rejects where that fails. */
  readonly probe: () => Promise<void>;
  /** What could not be written can be now. */
  readonly onWell: () => void;
}

export function createDiskWatch({ say, time, ring, probe, onWell }: DiskWatchDeps): DiskWatch {
  let isFailing = false;
  let toldMs: number | null = null;
  let alarm: { cancel(): void } | null = null;
  let isStopped = false;
  const noteSuccess = (): void => {
    if (!isFailing) return;
    say.info('deliveries are taken again');
    isFailing = false;
    toldMs = null;
    alarm?.cancel();
    alarm = null;
    onWell();
  };
  const planProbe = (): void => {
    if (isStopped || !isFailing) return;
    alarm?.cancel();
    alarm = time.after(PROBE_EVERY_MS, () => void probe().then(noteSuccess, planProbe));
  };
  return {
    isFailing: () => isFailing,
    noteSuccess,
    noteFailure: (error) => {
      const isNew = !isFailing;
      isFailing = true;
      if (isNew) planProbe();
      const nowMs = time.monotonicMs();
      if (toldMs !== null && nowMs - toldMs < AGAIN_MS) return;
      toldMs = nowMs;
      say.fatal(
        { err: error },
        'what is delivered cannot be written: stores and tills are answered 503. Make room on the disk, or repair the database',
      );
      ring(error);
    },
    stop: () => {
      isStopped = true;
      alarm?.cancel();
    },
  };
}

import type { FastifyBaseLogger } from 'fastify';
import type { HubTime } from '../runtime/time.ts';

/** A disk that fails is told of at once, then as often as this. */
const AGAIN_MS = 60_000;

/** Whether what is delivered reaches the disk; rings where it does not. */
export interface DiskWatch {
  noteFailure(error: unknown): void;
  noteSuccess(): void;
  isFailing(): boolean;
}

/** @param ring tells the operator beyond the log, e.g. by mail */
export function createDiskWatch(
  say: FastifyBaseLogger,
  time: HubTime,
  ring: (error: unknown) => void,
): DiskWatch {
  let isFailing = false;
  let toldMs: number | null = null;
  return {
    isFailing: () => isFailing,
    noteSuccess: () => {
      if (isFailing) say.info('the disk takes deliveries again');
      isFailing = false;
      toldMs = null;
    },
    noteFailure: (error) => {
      isFailing = true;
      const nowMs = time.monotonicMs();
      if (toldMs !== null && nowMs - toldMs < AGAIN_MS) return;
      toldMs = nowMs;
      say.fatal(
        { err: error },
        'the disk does not take what is delivered: stores and tills are answered 503. Make room or repair it',
      );
      ring(error);
    },
  };
}

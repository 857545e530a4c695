import type { ProgressShape } from '../../src-preload/contract/run-shapes.ts';
import type { Progress } from '../engine/face.ts';
import type { Clock } from '../engine/ports.ts';
import { describeFailure } from './speech.ts';

/** A rate of the last seconds, so that a pause of the store is seen and forgotten again. */
const WINDOW_MS = 10_000;
/** Too little to tell a rate from. */
const LEAST_MS = 500;

export interface ProgressMeter {
  /** The engine's progress with its rate, the time left and the newest failure so far. */
  measure(progress: Progress): ProgressShape;
}

/** Measures one plan or run. */
export function createProgressMeter(runId: number, clock: Pick<Clock, 'monotonicMs'>): ProgressMeter {
  let phase: Progress['phase'] | null = null;
  let marks: { readonly atMs: number; readonly done: number }[] = [];
  let newestFailure: ProgressShape['newestFailure'] = null;
  return {
    measure: ({ failure, ...progress }) => {
      const atMs = clock.monotonicMs();
      // Categories and products, or items read and rows planned, are not counted on one scale.
      if (progress.phase !== phase) marks = [];
      phase = progress.phase;
      const firstInside = marks.findIndex((mark) => mark.atMs >= atMs - WINDOW_MS);
      if (firstInside > 0) marks = marks.slice(firstInside);
      const newest = marks.at(-1);
      if (!newest || atMs - newest.atMs >= LEAST_MS / 5) marks.push({ atMs, done: progress.done });
      if (failure) newestFailure = { name: failure.name, failure: describeFailure(failure.failure) };
      const perSecond = readRate(marks[0], atMs, progress.done);
      const isEnding = progress.total > 0 && perSecond !== null && perSecond > 0;
      const left = Math.max(0, progress.total - progress.done);
      return {
        runId,
        ...progress,
        perSecond,
        secondsLeft: isEnding ? Math.ceil(left / perSecond) : null,
        newestFailure,
      };
    },
  };
}

function readRate(
  from: { readonly atMs: number; readonly done: number } | undefined,
  atMs: number,
  done: number,
): number | null {
  if (!from || atMs - from.atMs < LEAST_MS) return null;
  return Math.max(0, ((done - from.done) * 1000) / (atMs - from.atMs));
}

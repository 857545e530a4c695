/** The rate is that of the last so many milliseconds: a batch of a hundred rows ends all at once. */
const WINDOW_MS = 10_000;
/** A rate from less than this is a guess. */
const SHORTEST_MS = 400;
const FEWEST_DONE = 10;
/** Samples closer than this are one. */
const SPACING_MS = 50;

interface Sample {
  readonly atMs: number;
  readonly done: number;
}

export interface ProgressMeter {
  /** Notes how far it is; `atMs` never goes backwards. */
  note(done: number, atMs: number): void;
  /** Items a second; null while it is too early to say. */
  rate(): number | null;
  /** Milliseconds until `total`; null while it cannot be said. */
  left(total: number): number | null;
}

/** Tells from counts and times how fast a run is and when it will end. */
export function createProgressMeter(): ProgressMeter {
  let samples: Sample[] = [];
  const rate = (): number | null => {
    const [first] = samples;
    const last = samples.at(-1);
    if (!first || !last) return null;
    const [durationMs, done] = [last.atMs - first.atMs, last.done - first.done];
    return durationMs < SHORTEST_MS || done < FEWEST_DONE ? null : (done * 1000) / durationMs;
  };
  return {
    note: (done, atMs) => {
      const before = samples.at(-2);
      if (before && (samples.at(-1)?.atMs ?? 0) - before.atMs < SPACING_MS) samples.pop();
      samples.push({ atMs, done });
      // The sample just outside stays, so that the window is never shorter than it says.
      const inside = samples.findIndex((sample) => sample.atMs >= atMs - WINDOW_MS);
      if (inside > 1) samples = samples.slice(inside - 1);
    },
    rate,
    left: (total) => {
      const perSecond = rate();
      const done = samples.at(-1)?.done ?? 0;
      return perSecond === null ? null : (Math.max(0, total - done) * 1000) / perSecond;
    },
  };
}

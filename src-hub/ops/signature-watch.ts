import type { HubTime } from '../runtime/time.ts';

const WINDOW_MS = 10 * 60_000;
/** Of a few deliveries one is soon more than a hundredth. */
const LEAST_REFUSED = 10;
/** Promise V4: more of them than this is an alert. */
const MOST_REFUSED_SHARE = 0.01;
const AGAIN_MS = 3600_000;

/** Sees whether deliveries are refused for their signature or code oftener than chance has it. */
export interface SignatureWatch {
  note(isVerified: boolean): void;
}

/** @param ring told at most once an hour, with how many of how many were refused in the ten minutes before */
export function createSignatureWatch(
  { monotonicMs }: Pick<HubTime, 'monotonicMs'>,
  ring: (refused: number, all: number) => void,
): SignatureWatch {
  let sinceMs = monotonicMs();
  let [refused, all] = [0, 0];
  let rungMs = Number.NEGATIVE_INFINITY;
  return {
    note: (isVerified) => {
      const nowMs = monotonicMs();
      if (nowMs - sinceMs >= WINDOW_MS) [sinceMs, refused, all] = [nowMs, 0, 0];
      all += 1;
      if (!isVerified) refused += 1;
      const isMuch = refused >= LEAST_REFUSED && refused > all * MOST_REFUSED_SHARE;
      if (!isMuch || nowMs - rungMs < AGAIN_MS) return;
      rungMs = nowMs;
      ring(refused, all);
    },
  };
}

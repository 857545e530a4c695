import type { HubTime } from '../runtime/time.ts';

/** What may come at once after a silence, as so many seconds of the rate. */
const BURST_S = 10;
/** Buckets in memory; beyond it the longest untouched are forgotten, which only forgives. */
const MOST_BUCKETS = 100_000;

export interface AdmissionRates {
  readonly shopRate: number;
  readonly sourceRate: number;
}

/** Says whether changes are told singly or, beyond the rates, as one resync (H5: shed by collapse, never by 5xx). */
export interface Admission {
  /** @param source the sender's address @param count of changes in the delivery */
  isWithin(source: string, shopId: string, count: number): boolean;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

export function createAdmission({ shopRate, sourceRate }: AdmissionRates, time: HubTime): Admission {
  const shops = new Map<string, Bucket>();
  const sources = new Map<string, Bucket>();

  /** A delivery of many changes may take more than there is; what follows then waits the longer. */
  const take = (buckets: Map<string, Bucket>, name: string, rate: number, count: number): boolean => {
    const atMs = time.monotonicMs();
    const full = rate * BURST_S;
    const before = buckets.get(name) ?? { tokens: full, atMs };
    const tokens = Math.min(full, before.tokens + ((atMs - before.atMs) / 1000) * rate);
    const isWithin = tokens >= 1;
    const [longest] = buckets.keys();
    if (buckets.size >= MOST_BUCKETS && longest !== undefined) buckets.delete(longest);
    buckets.delete(name);
    buckets.set(name, { tokens: isWithin ? Math.max(-full, tokens - count) : tokens, atMs });
    return isWithin;
  };

  return {
    isWithin: (source, shopId, count) => {
      const isSourceWithin = take(sources, source, sourceRate, count);
      return take(shops, shopId, shopRate, count) && isSourceWithin;
    },
  };
}

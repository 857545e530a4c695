export interface Summary {
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

/** Median, 95th percentile and the worst of them, to a tenth. */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const pick = (part: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
    return Math.round(value * 10) / 10;
  };
  return { runs: values.length, median: pick(0.5), p95: pick(0.95), most: pick(1) };
}

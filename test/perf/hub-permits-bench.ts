import { runQuotaWorld } from '../support/quota-world.ts';

const SEEDS = [1, 2, 3];

/** 1,000 installs that share one Clover app for ten virtual minutes, with permits and, as a control, without. */
export async function runPermitBench(scale: number): Promise<void> {
  const installs = Math.round(1000 * scale);
  for (const hasPermits of [true, false]) {
    for (const seed of SEEDS) {
      const startedMs = performance.now();
      const result = await runQuotaWorld({ installs, seconds: 600, hasPermits, seed });
      const tookMs = Math.round(performance.now() - startedMs);
      const waits = hasPermits
        ? `orders p95 ${(result.ordersP95Ms / 1000).toFixed(1)} s (aim < 5), longest wait for a permit ${(result.longestAskMs / 1000).toFixed(0)} s (aim < 60)`
        : `longest call ${(result.longestCallMs / 1000).toFixed(0)} s`;
      console.log(
        `${installs} installs ${hasPermits ? 'with' : 'without'} permits, seed ${seed}: ${result.calls} calls, ${result.tooMany} refused (429), at most ${result.mostPerSecond}/s and ${result.mostAtOnce} at once; ${waits}; ran ${tookMs} ms`,
      );
    }
  }
}

/** One piece of work for the pool. */
export type Job = () => Promise<void>;

/**
 * Runs jobs, at most `width` at once, asking for the next whenever one ends: a job that ends may make others
 * ready. Returns when none is left and none is running. A job that throws ends the pool with its error, after
 * those in flight have ended.
 * @param next the next job that is ready, or null
 */
export async function runPool(next: () => Job | null, width: number): Promise<void> {
  const running = new Set<Promise<void>>();
  let broken: { readonly error: unknown } | null = null;
  for (;;) {
    while (broken === null && running.size < width) {
      const job = next();
      if (job === null) break;
      const work = job()
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => running.delete(work));
      running.add(work);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (broken !== null) throw (broken as { readonly error: unknown }).error;
}

/** Asks again and again until it holds; answers how long that took, in milliseconds. */
export async function waitUntil(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<number> {
  const startedMs = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedMs > withinMs)
      throw new Error(`${what} did not come within ${withinMs} ms`);
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  return performance.now() - startedMs;
}

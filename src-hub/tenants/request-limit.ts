const MINUTE_MS = 60_000;
/** Far more than an app has reason for; below what one device could slow the others with. */
export const MOST_REQUESTS_A_MINUTE = 120;

/** Counts each device's requests within a minute of the clock; holds no more than the devices of that minute. */
export function createRequestLimit(nowMs: () => number): (deviceId: string) => boolean {
  const counts = new Map<string, number>();
  let minute = 0;
  return (deviceId) => {
    const now = Math.floor(nowMs() / MINUTE_MS);
    if (now !== minute) counts.clear();
    minute = now;
    const count = (counts.get(deviceId) ?? 0) + 1;
    counts.set(deviceId, count);
    return count <= MOST_REQUESTS_A_MINUTE;
  };
}

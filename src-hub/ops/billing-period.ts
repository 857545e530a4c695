const DAY_MS = 24 * 3600_000;
/** Beyond the end of the billing period (features.md H8). */
export const REPORT_DAYS = 90;

/** A billing period is a calendar month in UTC: when a report of that moment is to be deleted, Unix milliseconds. */
export function findReportEndMs(atMs: number): number {
  const moment = new Date(atMs);
  return Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 1) + REPORT_DAYS * DAY_MS;
}

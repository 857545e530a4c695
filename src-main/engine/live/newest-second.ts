/** Times are whole seconds, and rows may be seen late; after this long nothing more comes into a second. */
const SETTLED_MS = 30_000;

/** The till's newest change by its own clock, and since when (monotonic) it is known to be that. */
export interface NewestSecond {
  readonly cursorMs: number;
  readonly sinceMs: number;
}

/** What a look that stands at this cursor knows now. */
export const noteNewest = (known: NewestSecond | null, cursorMs: number, nowMs: number): NewestSecond =>
  known?.cursorMs === cursorMs ? known : { cursorMs, sinceMs: nowMs };

/**
 * From where to read on. The newest second is read again until it is settled: after a mass edit it may hold
 * the whole catalog, which would be read with every look.
 */
export const findTillStart = ({ cursorMs, sinceMs }: NewestSecond, nowMs: number): number =>
  nowMs - sinceMs >= SETTLED_MS ? cursorMs + 1 : cursorMs;

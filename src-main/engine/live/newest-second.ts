/** Times are whole seconds, and rows may be seen late; after this long nothing more comes into a second. */
const SETTLED_MS = 30_000;

/** The till's newest change by its own clock, and since when (monotonic) it is known to be that. */
export interface NewestSecond {
  readonly cursorMs: number;
  readonly sinceMs: number;
  /** When the last look from here began that came to an end; null before one has. */
  readonly lookedMs: number | null;
}

/** What a look that stands at this cursor knows now. */
export const noteNewest = (known: NewestSecond | null, cursorMs: number, nowMs: number): NewestSecond =>
  known?.cursorMs === cursorMs ? known : { cursorMs, sinceMs: nowMs, lookedMs: null };

/**
 * From where to read on. The newest second is read again until a look has seen it settled: after a mass edit it may
 * hold the whole catalog, which would be read with every look. Time alone says nothing: while the till is away a row
 * may have come that nobody has read.
 */
export const findTillStart = ({ cursorMs, sinceMs, lookedMs }: NewestSecond): number =>
  lookedMs !== null && lookedMs - sinceMs >= SETTLED_MS ? cursorMs + 1 : cursorMs;

/** Time and chance as the relay sees them; a simulation gives it a virtual one. */
export interface HubTime {
  /** Unix milliseconds. */
  nowMs(): number;
  /** Milliseconds of a clock that is never set. */
  monotonicMs(): number;
  /** Rings once; nothing is kept alive by it. */
  after(delayMs: number, ring: () => void): { cancel(): void };
  /** Rings when what has arrived until now is read: the moment at which a batch ends. */
  soon(ring: () => void): void;
  /** A fraction in [0, 1). Never for secrets. */
  fraction(): number;
}

/** Time as a practice service sees it; the simulation gives it a virtual one. */
export interface PracticeClock {
  /** Unix milliseconds. */
  nowMs(): number;
  sleep(delayMs: number): Promise<void>;
}

/** The machine's own time. */
export function createMachineClock(): PracticeClock {
  return {
    nowMs: () => Date.now(),
    sleep: (delayMs) =>
      delayMs <= 0 ? Promise.resolve() : new Promise((resolve) => void setTimeout(resolve, delayMs)),
  };
}

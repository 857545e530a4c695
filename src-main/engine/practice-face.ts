export interface PracticeState {
  /** Practice ends when the program does: its keys are nowhere else. */
  readonly isForSession: boolean;
  /** There was practice, it has ended, and nothing was connected since. */
  readonly hasEnded: boolean;
}

/** Practice as it comes and goes. */
export interface PracticeDesk {
  /** Servers that have just started, before they are connected: till, store and relay. */
  begin(addresses: readonly string[]): void;
  /**
   * Forgets what is connected to servers that are gone, with links and alerts of it: they ended with the program that
   * had started them, or their keys are no longer kept.
   * @returns whether there was something to forget
   */
  settle(): Promise<boolean>;
  read(): PracticeState;
}

import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../../engine/face.ts';

export type SafeReason = 'asked' | 'crashed' | 'data';

/** How the engine runs. */
export interface EngineMode {
  /** null: it works; else why everything can be read and nothing is written. */
  readonly safe: SafeReason | null;
  /** The data file's trouble, where that is the reason. */
  readonly failure: Failure | null;
  readonly restarts: number;
}

/** What a running engine, and the windows it answers, may ask of whoever started it. */
export interface Recovery {
  readMode(): EngineMode;
  /** A defect that has reached nobody else: it is written down, and the engine starts anew or rests. */
  crash(error: unknown): void;
  /** Starts the engine anew, out of safe mode. */
  retry(): Promise<Attempt<void>>;
  /** Erases all that this computer holds, and starts afresh. Answers what could not be reached. */
  erase(): Promise<Attempt<readonly Failure[]>>;
}

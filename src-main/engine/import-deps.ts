import type { Failure } from '../domain/failure.ts';
import type { Progress } from './face.ts';
import type { Ledger } from './ledger-ports.ts';
import type { Clock, StorePort, TillPort, Timers } from './ports.ts';

/** What every step of an import works with. */
export interface ImportDeps {
  readonly till: TillPort;
  readonly store: StorePort;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
}

/** Kept with a run as JSON. */
export interface RunDetails {
  readonly itemsOnTill: number;
  readonly productsInStore: number;
  readonly categoriesToCreate: number;
  readonly variableProductsToCreate: number;
  readonly warnings: readonly Failure[];
  readonly brake: Failure | null;
  readonly obstacle: Failure | null;
  /** Highest product id in the store when the plan was made: what the run makes lies above. */
  readonly floorId: number;
  /** An answer was lost at least once, so the end of the run looks for doubles. */
  readonly hasLostAnswers: boolean;
  readonly startedMs: number | null;
}

export const readDetails = (json: string): RunDetails => JSON.parse(json) as RunDetails;

/** Hears where a run stands. */
export type ProgressListener = (progress: Progress) => void;

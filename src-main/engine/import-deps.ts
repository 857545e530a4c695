import { createFailure, type Failure } from '../domain/failure.ts';
import type { RunId } from '../domain/ids.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { CountGuard } from './count-guard.ts';
import type { OddPrice, Progress } from './face.ts';
import type { Ledger, Run, Side } from './ledger-ports.ts';
import type { Clock, StorePort, TillPort, Timers } from './ports.ts';

/** What every step of an import works with. */
export interface ImportDeps {
  /** Whose till and store these are. */
  readonly shop: ShopKey;
  readonly till: TillPort;
  readonly store: StorePort;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly timers: Timers;
  /** ISO 4217; both sides have the same. */
  readonly currency: string;
  /** Keeps what else of ours moves counts from a count that is being written; absent where nothing else does. */
  readonly counts?: CountGuard;
  /** Hears of prices that a run has just written and that somebody should look at. */
  readonly onOddPrices?: (odd: readonly OddPrice[], runId: RunId) => void;
  /** Hears after each comparison: what the till cannot have of the store's prices was noted anew. */
  readonly onPricesLeft?: () => void;
  /** Hears after each comparison: a store that was put back may have been found. */
  readonly onPutBack?: () => void;
  /** Hears why a side is waited for: a person is told before all patience is used up. */
  readonly onWait?: (failure: Failure) => void;
  /** Hears what a look found changed, where something followed from it: hints of the same were to come. */
  readonly onFound?: (found: readonly { readonly side: Side; readonly key: string }[]) => void;
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
  /** For whom the run was made; runs of earlier versions do not say. */
  readonly shop?: ShopKey;
}

export const readDetails = (json: string): RunDetails => JSON.parse(json) as RunDetails;

/** Hears where a run stands. */
export type ProgressListener = (progress: Progress) => void;

/** A run is applied and undone only where it was made: ids of one shop mean other things in another. */
export function refuseOtherShop({ id, state, details }: Run, shop: ShopKey): Failure | null {
  if (state === 'planning') return null;
  const made = readDetails(details).shop;
  return made === undefined || made === shop ? null : createFailure('RUN_OTHER_SHOP', { run: id });
}

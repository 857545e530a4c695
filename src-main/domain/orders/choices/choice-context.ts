import type { StoreOption } from '../../store-catalog.ts';
import type { KnownGroups } from './known-groups.ts';

/** What reading a line's choices needs to know beside the line. */
export interface ChoiceContext {
  /** Decimals of the order currency's minor unit. */
  readonly digits: number;
  /** The plugins' prices are in the mode in which the store's are entered. */
  readonly pricesIncludeTax: boolean;
  readonly known: KnownGroups;
  /** The options that make the line's variation: the line repeats them as meta; empty where not known. */
  readonly variationOptions: readonly StoreOption[];
}

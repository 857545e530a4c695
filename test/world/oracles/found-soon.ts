import type { Field } from '../ware.ts';
import type { Oracle } from './evidence.ts';
import { listDifferences } from './in-step.ts';
import { findStockDrift } from './stock-conserved.ts';

/** An item that gets other categories or modifiers is not itself changed: only a comparison of everything finds that. */
const TOLD: readonly Field[] = ['name', 'price', 'sku', 'availability'];

/**
 * What the sides tell of their changes is enough: nobody waits until everything is compared. Only what is deleted on
 * the till has to (clover.md 5.5), and a store that was put back from a copy, whose dates lie in the past.
 */
export const findLateDifferences: Oracle = (evidence) => {
  const { unrest, wares } = evidence;
  if (unrest !== null) return [unrest];
  if (wares.isStoreOlder) return [];
  const told = wares.all.filter(({ goneOn }) => goneOn !== 'till');
  return [...listDifferences(evidence, told, TOLD), ...findStockDrift(evidence)];
};

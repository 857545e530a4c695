import { FIELDS, type Field, readItem, readProduct, type Ware } from '../ware.ts';
import { readField } from '../wares.ts';
import { type Evidence, hasConflict, isParked, type Oracle } from './evidence.ts';

/** Everything comes to rest, and then both sides say the same of every field, or a person was asked or told. */
export const findDifferences: Oracle = (evidence) =>
  evidence.unrest === null ? listDifferences(evidence, evidence.wares.all, FIELDS) : [evidence.unrest];

export function listDifferences(
  evidence: Evidence,
  wares: readonly Ware[],
  fields: readonly Field[],
): string[] {
  const { world, isSame } = evidence;
  const differences: string[] = [];
  for (const ware of wares) {
    if (isParked(evidence, ware)) continue;
    // Taken back: it is for sale again, and stays so until somebody says otherwise (undo-rows.ts).
    if (ware.goneOn !== null && ware.leftDifferent.has('availability')) continue;
    const item = readItem(world, ware);
    const product = readProduct(world, ware);
    if (ware.goneOn === 'till') {
      if (product?.status === 'publish')
        differences.push(`${ware.label}: deleted on the till, still sold in the store`);
      continue;
    }
    if (ware.goneOn === 'store') {
      if (item && !item.hidden)
        differences.push(`${ware.label}: deleted in the store, still shown on the till`);
      continue;
    }
    if (!product && item?.hidden && isUnnoticed(evidence)) continue;
    if (!item) differences.push(`${ware.label}: not on the till`);
    if (!product) differences.push(`${ware.label}: not in the store`);
    if (!item || !product) continue;
    for (const field of fields) {
      const till = readField(world, ware, 'till', field);
      const store = readField(world, ware, 'store', field);
      if (till === null || store === null || hasConflict(evidence, ware, field)) continue;
      // The undone run's value is gone and the old one stands, until either side says something new (undo-rows.ts).
      if (ware.leftDifferent.has(field)) continue;
      if (!isSame(field, till, store))
        differences.push(`${ware.label}: ${field} till ${till}, store ${store}`);
    }
  }
  return differences;
}

/**
 * Where nothing in a store that was put back is older than it was, what it lacks looks like what somebody deleted (README,
 * "What a store that was put back from a copy of its own may do").
 */
const isUnnoticed = ({ world, wares }: Evidence): boolean =>
  wares.isStoreOlder && !world.eye.isTold('store.put-back');

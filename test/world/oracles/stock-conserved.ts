import { readCount } from '../wares.ts';
import { hasConflict, isParked, type Oracle } from './evidence.ts';

/** What is there in the end is what was there at first and all that people moved, on both sides. */
export const findStockDrift: Oracle = (evidence) => {
  const { world, wares } = evidence;
  const drifts: string[] = [];
  for (const ware of wares.all) {
    if (ware.goneOn !== null || ware.pieces === null || hasConflict(evidence, ware, 'stock')) continue;
    const till = readCount(world, ware, 'till');
    const store = readCount(world, ware, 'store');
    if (till === null || store === null || isParked(evidence, ware)) continue;
    const isRight = till === store && (ware.isCountOpen || till === ware.pieces);
    if (!isRight) drifts.push(`${ware.label}: till ${till}, store ${store}, should be ${ware.pieces}`);
  }
  return drifts;
};

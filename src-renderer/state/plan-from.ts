import type { PlanFromShape } from '../../src-preload/contract/run-shapes.ts';

/** What a plan may be about, under the direction that the settings allow. */
export const listFroms = (direction: string | undefined): PlanFromShape[] => {
  if (direction === 'till-to-store') return ['till'];
  return direction === 'store-to-till' ? ['store'] : ['till', 'store', 'both'];
};

/** What was chosen, where the settings allow it; else the first that they allow. */
export function chooseFrom(chosen: PlanFromShape | null, direction: string | undefined): PlanFromShape {
  const froms = listFroms(direction);
  return froms.find((from) => from === chosen) ?? froms[0] ?? 'till';
}

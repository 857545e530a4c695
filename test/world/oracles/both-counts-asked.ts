import type { Oracle } from './evidence.ts';

/** Two people who counted one thing differently on both sides are not overheard: somebody is asked which count holds. */
export const findUnasked: Oracle = ({ wares }) => {
  wares.recounts.settle(true);
  return wares.recounts.unasked
    .splice(0)
    .map((label) => `${label}: counted on both sides, and nobody was asked`);
};

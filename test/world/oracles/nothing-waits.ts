import type { Oracle } from './evidence.ts';

/** When all is quiet, no hint and no write is left over: what nobody takes up again would wait for ever. */
export const findWaiting: Oracle = ({ world, unrest }) => {
  const { hints, writes } = world.eye.countWaiting();
  if (unrest !== null || hints + writes === 0) return [];
  return [`${hints} hints and ${writes} writes wait, and nobody takes them up`];
};

import type { Oracle } from './evidence.ts';

/** The till never had to refuse a call for being one too many. */
export const findExcess: Oracle = ({ world }) => {
  const { tooMany } = world.till.counters;
  return tooMany === 0 ? [] : [`the till refused ${tooMany} calls as too many`];
};

import type { Oracle } from './evidence.ts';

/**
 * The app never asked more of the till than it allows (clover.md 4: 16 calls a second, 5 at once). A line may repeat a
 * request that is safe to repeat (RFC 9110, 9.2.2), and nobody before it can know: what the till refuses for such copies
 * is none of the app's.
 */
export const findExcess: Oracle = ({ world }) => {
  const { tooMany } = world.network.ownCalls;
  return tooMany === 0 ? [] : [`the app made ${tooMany} calls too many for the till`];
};

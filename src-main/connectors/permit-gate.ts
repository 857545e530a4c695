import type { RateGate } from './rate-limit.ts';

/**
 * A gate that asks for leave before each call: the relay shares one app's quota among all its shops, which no shop
 * can see by itself (clover.md 4).
 */
export const askFirst = <Gate extends RateGate>(
  gate: Gate,
  askLeave: (signal?: AbortSignal) => Promise<void>,
): Gate => ({
  ...gate,
  enter: async (signal, isWrite) => {
    await askLeave(signal);
    return gate.enter(signal, isWrite);
  },
});

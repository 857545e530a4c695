import { fail } from '../attempt.ts';
import type { Engine } from '../face.ts';

/**
 * While a rehearsal is on, whatever would begin to write is refused before it has kept anything: the connectors
 * would let no write out, and half a run would be left behind.
 */
export function refuseWrites(engine: Engine): Engine {
  const { rehearsal, sync, stock, orders } = engine;
  const refuse = () => {
    const refusal = rehearsal.findRefusal();
    return refusal && fail(refusal);
  };
  return {
    ...engine,
    apply: async (...run) => refuse() ?? engine.apply(...run),
    undo: async (...run) => refuse() ?? engine.undo(...run),
    sync: { ...sync, once: async (options) => refuse() ?? sync.once(options) },
    stock: {
      ...stock,
      drift: async (options) => (options.fix ? refuse() : null) ?? stock.drift(options),
    },
    orders: {
      ...orders,
      reprint: async (...order) => refuse() ?? orders.reprint(...order),
      testPrint: async (signal) => refuse() ?? orders.testPrint(signal),
    },
  };
}

/** Works on one order, after whoever is at it already. @returns what the work answers */
export type OrderTurns = <T>(wooId: number, work: (hasWaited: boolean) => Promise<T>) => Promise<T>;

/**
 * An order's lane and a person who has it printed write to the same order: one after the other, else what the first one
 * knew of it covers what the other did.
 */
export function createOrderTurns(): OrderTurns {
  const busy = new Map<number, Promise<unknown>>();
  return async (wooId, work) => {
    let hasWaited = false;
    for (let other = busy.get(wooId); other; other = busy.get(wooId)) {
      hasWaited = true;
      // Whoever began it hears how it failed; here only its end is waited for.
      await other.catch(() => undefined);
    }
    const mine = work(hasWaited);
    busy.set(wooId, mine);
    try {
      return await mine;
    } finally {
      busy.delete(wooId);
    }
  };
}

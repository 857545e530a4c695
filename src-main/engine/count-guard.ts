import type { StorePort, TillPort } from './ports.ts';
import { createTurns, type Turns } from './turns.ts';

/**
 * Both sides' counts, as far as this app moves them: neither till (clover.md 6.4) nor every store (woocommerce.md 3.1)
 * can add to a count, so one is read and written. What another call of ours takes meanwhile, an order's lines or its
 * payment, its end in the store, would be overwritten.
 */
export interface CountGuard {
  readonly till: Turns;
  readonly store: Turns;
  /** Another number once a call of ours may have moved the till's counts by itself: what was read before is old. */
  tillVersion(): number;
  /**
   * The same till, whose orders wait while a count is written.
   * @param witness is called before each call that may move counts, with no count being written meanwhile
   */
  guardTill(till: TillPort, witness: () => Promise<void>): TillPort;
  guardStore(store: StorePort): StorePort;
}

export function createCountGuard(): CountGuard {
  const [till, store] = [createTurns(), createTurns()];
  let version = 0;
  const move =
    (witness: () => Promise<void>) =>
    <Words extends readonly unknown[], T>(call: (...words: Words) => Promise<T>) =>
    (...words: Words): Promise<T> =>
      till.take(async () => {
        await witness();
        try {
          return await call(...words);
        } finally {
          version += 1;
        }
      });
  const wait =
    <Words extends readonly unknown[], T>(call: (...words: Words) => Promise<T>) =>
    (...words: Words): Promise<T> =>
      store.take(() => call(...words));
  return {
    till,
    store,
    tillVersion: () => version,
    guardTill: (port, witness) => {
      const { addLines, recordPayment, deleteOrder } = port.orders;
      const after = move(witness);
      const guarded = {
        addLines: after(addLines),
        recordPayment: after(recordPayment),
        deleteOrder: after(deleteOrder),
      };
      return { ...port, orders: { ...port.orders, ...guarded } };
    },
    guardStore: (port) => ({
      ...port,
      moveStock: wait(port.moveStock),
      orders: { ...port.orders, setStatus: wait(port.orders.setStatus) },
    }),
  };
}

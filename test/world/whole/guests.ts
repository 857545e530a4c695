import type { OrderPeople } from '../orders/order-people.ts';
import type { SimWorld } from '../sim-world.ts';
import type { Ware } from '../ware.ts';
import type { Wares } from '../wares.ts';
import { listOrdered } from './web-pieces.ts';

/** Keeps in mind what guests ordered and what people counted: of what is both, the sum says nothing. */
export interface Counting {
  /** Somebody is about to type in a count. */
  recount(ware: Ware): void;
  /** A guest orders. */
  order(): void;
  /** At the end: whose count nobody can reckon. */
  open(): void;
}

/**
 * A count that a person types in just when orders take pieces and bring them back may have those in it or not, and
 * counts alone do not tell (clover.md 6.4: no compare-and-set). Both sides must still agree on it.
 */
export function watchCounting({ store }: SimWorld, wares: Wares, guests: OrderPeople): Counting {
  const counted = new Set<Ware>();
  const ordered = new Set<Ware>();
  return {
    recount: (ware) => {
      counted.add(ware);
      if (ordered.has(ware)) wares.recounts.end(ware, false);
    },
    order: () => {
      const before = guests.placed.length;
      guests.order();
      for (const id of guests.placed.slice(before)) {
        const order = store.state.orders.get(id);
        for (const { ware } of order ? listOrdered(order, wares) : []) {
          ordered.add(ware);
          wares.recounts.end(ware, false);
        }
      }
    },
    open: () => {
      for (const ware of counted) if (ordered.has(ware)) ware.isCountOpen = true;
    },
  };
}

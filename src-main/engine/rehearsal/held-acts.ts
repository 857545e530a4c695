import type { MetaLedger } from '../ledger-ports.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { Clock } from '../ports.ts';
import type { HeldAct } from '../rehearsal-face.ts';
import type { HearHeld, HeldCall } from './held-ports.ts';

const META = 'rehearsal.acts';
/** More than a person looks through; orders alone bring them. */
const MOST_ACTS = 1_000;
const LONGEST_TEXT = 300;

export interface KeptAct extends HeldAct {
  readonly atMs: number;
  readonly side: HeldCall['side'];
}

/** What was to be done to orders, each thing once: an order that is held back is tried again every minute. */
export interface ActBook {
  readonly hear: HearHeld;
  all(): readonly KeptAct[];
}

/** @param orders of the shop that is connected; null where none is */
export function createActBook(meta: MetaLedger, orders: () => OrderLedger | null, clock: Clock): ActBook {
  let acts: readonly KeptAct[] | null = null;
  const all = (): readonly KeptAct[] => {
    acts ??= JSON.parse(meta.get(META) ?? '[]') as KeptAct[];
    return acts;
  };
  return {
    all,
    hear: ({ side, what, order, from, to }) => {
      const number = order && nameOrder(order, orders());
      const text = to.slice(0, LONGEST_TEXT);
      const isKnown = all().some((act) => act.what === what && act.order === number && act.to === text);
      if (isKnown || all().length >= MOST_ACTS) return;
      const act: KeptAct = { atMs: clock.nowMs(), side, what, order: number, from: from ?? null, to: text };
      acts = [...all(), act];
      meta.put(META, JSON.stringify(acts));
    },
  };
}

/** The number that people know it by; the id where it was made by somebody else. */
function nameOrder(order: NonNullable<HeldCall['order']>, orders: OrderLedger | null): string {
  const flow = 'woo' in order ? orders?.get(order.woo) : orders?.findByTillOrder(order.till);
  return flow?.number ?? String('woo' in order ? order.woo : order.till);
}

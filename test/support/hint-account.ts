import type { MadeShop } from './make-shops.ts';

type Side = 'till' | 'store' | null;

/** One delivery to a hub, from its sending on. */
interface Delivery {
  readonly shop: MadeShop;
  readonly key: string;
  readonly node: string;
  readonly sentMs: number;
  answeredMs: number | null;
  /** Tokens of the PCs that were told. */
  readonly toldTo: Set<string>;
}

interface Seen {
  readonly atMs: number;
  readonly what: string;
}

/** What was delivered to the shops of a hub, and what their PCs were told of it. Times are of the clock that is never set. */
export interface HintAccount {
  noteSent(shop: MadeShop, key: string, node: string, atMs: number): void;
  noteAnswered(key: string, atMs: number): void;
  noteHint(token: string, key: string, seq: number, atMs: number): void;
  /** "Read everything anew", of a side or of both. */
  noteResync(shop: MadeShop, token: string, side: Side, seq: number, atMs: number): void;
  countAcknowledged(): number;
  /** What was answered 200 and a PC of the shop was not told. */
  listLost(): readonly Lost[];
  /** From the answer 200 to the first hint at a PC, at most. */
  readSlowestMs(): number;
}

export interface Lost {
  readonly shopId: string;
  readonly key: string;
  /** All that is known of it, seen from here. */
  readonly story: string;
}

const SEEN_BEFORE_MS = 1_000;
const MOST_SEEN = 12;

/**
 * Of deliveries that tell of a store. A shop changed before its delivery was sent, so a PC that reads everything anew
 * after that finds it, and the answer 200 may come later: another node has sent the resync meanwhile.
 */
export function createHintAccount(): HintAccount {
  const deliveries = new Map<string, Delivery>();
  const ofShop = new Map<string, Delivery[]>();
  const seen = new Map<string, Seen[]>();
  const startMs = performance.now();
  let slowestMs = 0;
  const see = (token: string, what: string, atMs: number): void => {
    const list = seen.get(token) ?? [];
    seen.set(token, list);
    list.push({ atMs, what });
  };
  const tellAt = (atMs: number): string => `${((atMs - startMs) / 1000).toFixed(3)} s`;
  const tellPc = (token: string, { sentMs, toldTo }: Delivery): string => {
    if (toldTo.has(token)) return 'told';
    const around = (seen.get(token) ?? []).filter(({ atMs }) => atMs >= sentMs - SEEN_BEFORE_MS);
    const list = around.slice(0, MOST_SEEN).map(({ what, atMs }) => `${what} at ${tellAt(atMs)}`);
    return `not told (${list.join(', ') || 'nothing came any more'})`;
  };
  const tellStory = (delivery: Delivery): string => {
    const { shop, key, node, sentMs, answeredMs } = delivery;
    const pcs = shop.tokens.map((token, at) => `PC ${at + 1} ${tellPc(token, delivery)}`);
    const answer = `200 after ${Math.round((answeredMs ?? sentMs) - sentMs)} ms`;
    return `${key} of ${shop.shopId} at ${node}: sent at ${tellAt(sentMs)}, ${answer}; ${pcs.join('; ')}`;
  };
  const isAnswered = ({ answeredMs }: Delivery): boolean => answeredMs !== null;
  return {
    noteSent: (shop, key, node, sentMs) => {
      const delivery = { shop, key, node, sentMs, answeredMs: null, toldTo: new Set<string>() };
      deliveries.set(key, delivery);
      const list = ofShop.get(shop.shopId) ?? [];
      ofShop.set(shop.shopId, list);
      list.push(delivery);
    },
    noteAnswered: (key, atMs) => {
      const delivery = deliveries.get(key);
      if (delivery) delivery.answeredMs = atMs;
    },
    noteHint: (token, key, seq, atMs) => {
      see(token, `${key} as number ${seq}`, atMs);
      const delivery = deliveries.get(key);
      if (delivery?.toldTo.size === 0) slowestMs = Math.max(slowestMs, atMs - (delivery.answeredMs ?? atMs));
      delivery?.toldTo.add(token);
    },
    noteResync: ({ shopId }, token, side, seq, atMs) => {
      see(token, `resync of ${side ?? 'both'} as number ${seq}`, atMs);
      if (side === 'till') return;
      for (const { toldTo } of ofShop.get(shopId) ?? []) toldTo.add(token);
    },
    countAcknowledged: () => [...deliveries.values()].filter(isAnswered).length,
    listLost: () =>
      [...deliveries.values()]
        .filter((delivery) => isAnswered(delivery) && delivery.toldTo.size < delivery.shop.tokens.length)
        .map((delivery) => ({
          ...{ shopId: delivery.shop.shopId, key: delivery.key },
          story: tellStory(delivery),
        })),
    readSlowestMs: () => slowestMs,
  };
}

import type { Lane, Permit } from '../relay/permit-desk.ts';
import { UNIT_PER_SECOND } from './permit-shares.ts';

/** A permit's call must begin within this; what is not used by then is lost, so that none is saved up for a rush. */
export const PERMIT_MS = 200;
/** How long Clover is taken to work on a call. Where it is slower, its own "too many" makes the apps pause. */
const CALL_MS = 100;
/** Given at most in one turn; small, so that calls come evenly. */
const MOST_PER_TURN = 3;
/** Who has waited so long goes before orders in two of three turns. */
const PATIENCE_MS = 30_000;
/** Asks of one shop that may wait in one lane; its devices have one each. */
const MOST_ASKS_PER_SHOP = 10;
/** Shops that may wait in one lane; one more is told to come again. */
const MOST_SHOPS_WAITING = 20_000;

export interface Ask {
  readonly deviceId: string;
  readonly shopId: string;
  readonly lane: Lane;
  readonly n: number;
  readonly sinceMs: number;
  readonly answer: (permit: Permit) => void;
}

export const NO_PERMIT: Permit = { n: 0, forMs: PERMIT_MS };

/** The shops that share one Clover app, and what the app's quota leaves them. */
export interface PermitPool {
  /** False where too many wait already. */
  add(ask: Ask): boolean;
  forget(deviceId: string, shopId: string): void;
  /** Gives what may be given at this moment, in turn. @param units of the app's quota that are this process's */
  give(nowMs: number, units: number): void;
  /** False once nobody waits and no grant counts any more. */
  isBusy(nowMs: number): boolean;
}

export function createPermitPool(): PermitPool {
  /** The shops of a lane in the order of their turns, each with its asks. */
  const lanes: Record<Lane, Map<string, Ask[]>> = { orders: new Map(), catalog: new Map() };
  const grants = createGrantWindow();
  let turns = 0;

  const findOldest = (lane: Lane): Ask | undefined => lanes[lane].values().next().value?.[0];
  /** Orders first; round robin by shop within a lane; nobody waits for ever. */
  const choose = (nowMs: number): Ask | undefined => {
    const order = findOldest('orders');
    const catalog = findOldest('catalog');
    turns += 1;
    const isTired = catalog !== undefined && nowMs - catalog.sinceMs > PATIENCE_MS;
    return isTired && turns % 3 !== 0 ? catalog : (order ?? catalog);
  };
  const take = (ask: Ask): void => {
    const asks = lanes[ask.lane].get(ask.shopId) ?? [];
    const rest = asks.filter((other) => other !== ask);
    lanes[ask.lane].delete(ask.shopId);
    if (rest.length > 0) lanes[ask.lane].set(ask.shopId, rest); // at the end: its next turn is after everybody's
  };

  return {
    add: (ask) => {
      const lane = lanes[ask.lane];
      const asks = lane.get(ask.shopId);
      if (asks) return asks.length < MOST_ASKS_PER_SHOP && asks.push(ask) > 0;
      if (lane.size >= MOST_SHOPS_WAITING) return false;
      lane.set(ask.shopId, [ask]);
      return true;
    },
    forget: (deviceId, shopId) => {
      for (const lane of Object.values(lanes)) {
        const asks = lane.get(shopId)?.filter((ask) => ask.deviceId === deviceId) ?? [];
        for (const ask of asks) {
          take(ask);
          ask.answer(NO_PERMIT);
        }
      }
    },
    give: (nowMs, units) => {
      let room = grants.findRoom(nowMs, units);
      while (room > 0) {
        const ask = choose(nowMs);
        if (!ask) return;
        take(ask);
        // All that is left of the turn only where nobody else waits.
        const n = lanes.orders.size + lanes.catalog.size === 0 ? Math.min(ask.n, room) : 1;
        room -= n;
        grants.note(nowMs, n);
        ask.answer({ n, forMs: PERMIT_MS });
      }
    },
    isBusy: (nowMs) => lanes.orders.size + lanes.catalog.size > 0 || grants.hasAny(nowMs),
  };
}

/**
 * A permit may be used at any moment until it ends, and Clover counts a call for a second after: so at most so many
 * are given within that whole time, and calls cannot be over the quota whenever the apps begin them.
 */
function createGrantWindow() {
  const COUNTS_MS = PERMIT_MS + 1000;
  const RUNS_MS = PERMIT_MS + CALL_MS;
  let given: { readonly atMs: number; readonly n: number }[] = [];
  const sumSince = (sinceMs: number): number =>
    given.reduce((sum, grant) => (grant.atMs > sinceMs ? sum + grant.n : sum), 0);
  const forgetOld = (nowMs: number): void => {
    given = given.filter(({ atMs }) => atMs > nowMs - COUNTS_MS);
  };
  return {
    findRoom: (nowMs: number, units: number): number => {
      forgetOld(nowMs);
      const second = units * UNIT_PER_SECOND - sumSince(nowMs - COUNTS_MS);
      const atOnce = units - sumSince(nowMs - RUNS_MS);
      return Math.max(0, Math.min(second, atOnce, MOST_PER_TURN));
    },
    note: (atMs: number, n: number): void => void given.push({ atMs, n }),
    hasAny: (nowMs: number): boolean => {
      forgetOld(nowMs);
      return given.length > 0;
    },
  };
}

import type { Permit, PermitDesk } from '../relay/permit-desk.ts';
import { createPermitPool, NO_PERMIT, type PermitPool } from './permit-pool.ts';
import { type PermitShares, WHOLE_QUOTA } from './permit-shares.ts';
import type { TenantContext } from './tenant-context.ts';

/** Between two turns of giving. */
const TURN_MS = 100;
const MOST_AT_A_TIME = 50;

export interface PermitTime {
  /** Milliseconds of a clock that is never set. */
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, ring: () => void) => unknown;
}

/** Which app's quota a shop's calls count for, and how many shops share it. */
export type FindPool = (shopId: string) => { readonly key: string; readonly shops: number } | null;

/**
 * Shares the quota of each Clover app among the shops that use it: evenly by shop, orders before the catalog, and
 * nobody waits for more than a minute while up to 1,500 shops ask at once (30 permits a second).
 */
export function createFairPermitDesk(
  time: PermitTime,
  findPool: FindPool,
  shares: PermitShares = WHOLE_QUOTA,
): PermitDesk {
  const pools = new Map<string, PermitPool>();
  /** The pool and shop of each device that has asked. */
  const askers = new Map<string, { readonly key: string; readonly shopId: string }>();
  let isTicking = false;

  const tick = (): void => {
    const nowMs = time.monotonicMs();
    for (const [key, pool] of pools) {
      pool.give(nowMs, shares.readUnits(key, nowMs));
      if (!pool.isBusy(nowMs)) pools.delete(key);
    }
    isTicking = pools.size > 0;
    if (isTicking) time.after(TURN_MS, tick);
  };
  const open = (key: string): PermitPool => {
    const pool = pools.get(key) ?? createPermitPool();
    pools.set(key, pool);
    return pool;
  };

  return {
    isNeeded: (shopId) => (findPool(shopId)?.shops ?? 0) > 1,
    ask: (deviceId, shopId, n, lane) =>
      new Promise<Permit>((answer) => {
        const key = findPool(shopId)?.key ?? shopId;
        const sinceMs = time.monotonicMs();
        const pool = open(key);
        askers.set(deviceId, { key, shopId });
        const ask = { deviceId, shopId, lane, n: Math.min(n, MOST_AT_A_TIME), sinceMs, answer };
        if (!pool.add(ask)) return answer(NO_PERMIT);
        if (isTicking) return;
        isTicking = true;
        time.after(0, tick);
      }),
    forget: (deviceId) => {
      const asker = askers.get(deviceId);
      askers.delete(deviceId);
      if (asker) pools.get(asker.key)?.forget(deviceId, asker.shopId);
    },
  };
}

/** Shops without a Clover app of their own share the operator's; without either, each connects by its own token. */
export const findPoolIn =
  ({ memory, operatorApp }: TenantContext): FindPool =>
  (shopId) => {
    const entry = memory.find(shopId);
    if (!entry) return null;
    const { cloverAppId } = entry.shop;
    if (cloverAppId !== null) return { key: cloverAppId, shops: memory.findByApp(cloverAppId).length };
    return operatorApp === null ? null : { key: operatorApp.appId, shops: memory.countWithoutApp() };
  };

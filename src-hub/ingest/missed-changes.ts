import type { EventLog, Side } from '../log/event-log.ts';

const TOLD_AT_ONCE = 100;

/**
 * Shops whose changes were refused because they could not be written. WooCommerce sends nothing a second time
 * (woocommerce.md 5), so their PCs are told to read everything anew as soon as the log can be written. In memory alone: a
 * hub that ends meanwhile has forgotten it, and the PCs find those changes when they next look for themselves.
 */
export interface MissedChanges {
  note(shopId: string, side: Side): void;
  /** The log can be written again. */
  tell(atMs: number): Promise<void>;
}

export function createMissedChanges(log: Pick<EventLog, 'collapse'>): MissedChanges {
  const missed: Record<Side, Set<string>> = { till: new Set(), store: new Set() };
  const tellOne = async (shopId: string, side: Side, atMs: number): Promise<void> => {
    missed[side].delete(shopId);
    try {
      await log.collapse(shopId, side, 'changes could not be written for a while', atMs);
    } catch {
      missed[side].add(shopId); // it cannot be written after all: told with the next ones
    }
  };
  return {
    note: (shopId, side) => void missed[side].add(shopId),
    tell: async (atMs) => {
      for (const side of ['till', 'store'] as const) {
        const shops = [...missed[side]];
        for (let at = 0; at < shops.length; at += TOLD_AT_ONCE)
          await Promise.all(shops.slice(at, at + TOLD_AT_ONCE).map((shopId) => tellOne(shopId, side, atMs)));
      }
    },
  };
}

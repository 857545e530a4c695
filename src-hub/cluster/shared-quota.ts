import type pg from 'pg';
import { ask } from '../postgres/pool.ts';
import { type PermitShares, UNITS } from '../tenants/permit-shares.ts';

/** A share is asked for anew so often while it is used. */
const ASK_EVERY_MS = 1_000;
/** This node counts on its share for so long, and the database keeps it a little longer. */
const SHARE_MS = 5_000;
const KEPT_SECONDS = 8;
/** Permits that were given from a share that is smaller now are used up by then, and no longer count at Clover. */
const SETTLE_SECONDS = 2;
/** An app that nobody asks for any more. */
const FORGET_MS = 60_000;

interface Share {
  units: number;
  /** On the clock that is never set. */
  untilMs: number;
  askedMs: number;
  isAsking: boolean;
}

const TAKE = `SELECT hub_take_share($1, $2, $3, $4::integer * interval '1 second', $5::integer * interval '1 second') AS units`;

/**
 * The quota of an app, shared by the nodes that have shops who ask. While the database is away there is none to give.
 * @param processId of this process and no other: two that were given the same would both use one share
 */
export function createSharedQuota(
  pool: pg.Pool,
  processId: string,
  fail: (error: unknown) => void,
): PermitShares {
  const shares = new Map<string, Share>();
  const take = async (appKey: string, share: Share, sinceMs: number): Promise<void> => {
    share.isAsking = true;
    share.askedMs = sinceMs;
    try {
      const values = [appKey, processId, UNITS, KEPT_SECONDS, SETTLE_SECONDS];
      const { rows } = await ask<{ units: number }>(pool, TAKE, values, 'hub_take_share');
      share.units = rows[0]?.units ?? 0;
      share.untilMs = sinceMs + SHARE_MS;
    } catch (error) {
      fail(error);
    }
    share.isAsking = false;
  };
  const open = (appKey: string, nowMs: number): Share => {
    for (const [key, { askedMs }] of shares) if (nowMs - askedMs > FORGET_MS) shares.delete(key);
    const share = { units: 0, untilMs: nowMs, askedMs: nowMs - ASK_EVERY_MS, isAsking: false };
    shares.set(appKey, share);
    return share;
  };
  return {
    readUnits: (appKey, nowMs) => {
      const share = shares.get(appKey) ?? open(appKey, nowMs);
      if (!share.isAsking && nowMs - share.askedMs >= ASK_EVERY_MS) void take(appKey, share, nowMs);
      return nowMs < share.untilMs ? share.units : 0;
    },
  };
}

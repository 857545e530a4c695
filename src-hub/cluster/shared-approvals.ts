import type { JWK } from 'jose';
import type { HubSql } from '../database/sql.ts';
import {
  APPROVAL_MS,
  type Approvals,
  MOST_APPROVALS,
  MOST_APPROVALS_PER_DEVICE,
  makeUserId,
  sealFor,
} from '../wc-auth/approvals.ts';

interface ApprovalRow {
  readonly public_key: string;
  readonly sealed: string | null;
  readonly is_refused: number;
}

const OPEN = 'user_id = ? AND until_ms > ?';

/**
 * Approvals under way at any node: the store's server may deliver to another one than the PC has asked. The keys are
 * sealed for that PC before they are written, so that the database has nothing that it could open.
 */
export function createSharedApprovals(
  sql: HubSql,
  nowMs: () => number,
  makeBytes: (count: number) => Buffer,
): Approvals {
  const countBy = async (where: string, ...values: readonly string[]): Promise<number> => {
    const [row] = await sql.all<{ n: number }>(`SELECT count(*) AS n FROM approval ${where}`, ...values);
    return row?.n ?? 0;
  };
  return {
    announce: async (shopId, deviceId, publicKey) => {
      await sql.run('DELETE FROM approval WHERE until_ms <= ?', nowMs());
      const own = await countBy('WHERE device_id = ?', deviceId);
      if (own >= MOST_APPROVALS_PER_DEVICE || (await countBy('')) >= MOST_APPROVALS) return null;
      const [userId, untilMs] = [makeUserId(makeBytes), nowMs() + APPROVAL_MS];
      await sql.run(
        'INSERT INTO approval (user_id, device_id, shop_id, public_key, until_ms) VALUES (?, ?, ?, ?, ?)',
        ...[userId, deviceId, shopId, JSON.stringify(publicKey), untilMs],
      );
      return { userId, untilMs };
    },
    deliver: async (userId, keys) => {
      const [row] = await sql.all<ApprovalRow>(`SELECT * FROM approval WHERE ${OPEN}`, userId, nowMs());
      if (!row || row.sealed !== null) return false;
      const sealed = await sealFor(JSON.parse(row.public_key) as JWK, keys);
      // It may have run out or been filled meanwhile.
      const count = await sql.run(
        `UPDATE approval SET sealed = ? WHERE ${OPEN} AND sealed IS NULL`,
        ...[sealed, userId, nowMs()],
      );
      return count > 0;
    },
    refuse: async (userId) =>
      void (await sql.run(`UPDATE approval SET is_refused = 1 WHERE ${OPEN}`, userId, nowMs())),
    collect: async (userId, deviceId) => {
      const taken = await sql.all<ApprovalRow>(
        `DELETE FROM approval WHERE ${OPEN} AND device_id = ? AND (sealed IS NOT NULL OR is_refused = 1) RETURNING *`,
        ...[userId, nowMs(), deviceId],
      );
      if (taken[0]) return { sealed: taken[0].sealed, isRefused: taken[0].sealed === null };
      const waiting = await sql.all(
        `SELECT user_id FROM approval WHERE ${OPEN} AND device_id = ?`,
        ...[userId, nowMs(), deviceId],
      );
      return waiting.length > 0 ? { sealed: null, isRefused: false } : 'unknown';
    },
    forgetShop: async (shopId) => void (await sql.run('DELETE FROM approval WHERE shop_id = ?', shopId)),
  };
}

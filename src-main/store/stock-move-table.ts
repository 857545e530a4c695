import type { Database } from 'better-sqlite3';
import type { MoveReason, StockMove } from '../domain/stock-move.ts';
import type { Side, StockLedger } from '../engine/ledger-ports.ts';

interface MoveRecord {
  readonly id: number;
  readonly link_id: number;
  readonly side: Side;
  readonly reason: MoveReason;
  readonly pieces: number;
  readonly order_id: string | null;
  readonly at_ms: number;
}

/**
 * Movements of stock. One that an order explains is known by side, order, product and reason: adding it again says what
 * the order takes now (a refund may have shrunk its line) and so replaces the pieces, never adds to them; it keeps
 * its id and time. One without an order is new each time. All sums are signed as `pieces` are: negative is taken out.
 */
export function createStockMoveTable(db: Database): StockLedger {
  const insert = db.prepare(`
    INSERT INTO stock_move (link_id, side, reason, pieces, order_id, order_key, at_ms)
    VALUES (@linkId, @side, @reason, @pieces, @orderId, @orderKey, @atMs)
    ON CONFLICT (side, order_id, link_id, reason) WHERE order_id IS NOT NULL DO UPDATE SET pieces = excluded.pieces, order_key = excluded.order_key`);
  // The store gave the id to another order: what the first one took stays in the sums.
  const partOthers = db.prepare(`
    UPDATE stock_move SET order_id = order_id || ' ' || order_key
    WHERE side = @side AND order_id = @orderId AND order_key NOT IN ('', @orderKey)`);
  const page = db.prepare('SELECT * FROM stock_move ORDER BY id DESC LIMIT @limit OFFSET @offset');
  const pageOfLink = db.prepare(
    'SELECT * FROM stock_move WHERE link_id = @linkId ORDER BY id DESC LIMIT @limit OFFSET @offset',
  );
  const sumOrders = db
    .prepare(
      `SELECT total(pieces) FROM stock_move WHERE link_id = @linkId AND side = @side AND order_id IS NOT NULL
         AND at_ms <= coalesce(@byMs, 9e15)`,
    )
    .pluck();
  const sum = db
    .prepare(
      'SELECT total(pieces) FROM stock_move WHERE link_id = @linkId AND (@reason IS NULL OR reason = @reason)',
    )
    .pluck();
  const prune = db.prepare('DELETE FROM stock_move WHERE at_ms < ?');
  const add = db.transaction<StockLedger['add']>((moves) => {
    for (const move of moves) {
      const keyed = { ...move, orderKey: move.orderKey ?? '' };
      if (keyed.orderKey !== '') partOthers.run(keyed);
      insert.run(keyed);
    }
  });
  return {
    add: (moves) => add(moves),
    page: ({ linkId, limit, offset }) =>
      (
        (linkId === undefined
          ? page.all({ limit, offset })
          : pageOfLink.all({ linkId, limit, offset })) as MoveRecord[]
      ).map(readMove),
    sumOrders: (linkId, side, seenByMs) => sumOrders.get({ linkId, side, byMs: seenByMs ?? null }) as number,
    sum: (linkId, reason) => sum.get({ linkId, reason: reason ?? null }) as number,
    prune: (beforeMs) => prune.run(beforeMs).changes,
  };
}

const readMove = (record: MoveRecord): StockMove => ({
  id: record.id,
  linkId: record.link_id,
  side: record.side,
  reason: record.reason,
  pieces: record.pieces,
  orderId: record.order_id,
  atMs: record.at_ms,
});

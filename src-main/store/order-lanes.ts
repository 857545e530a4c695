import type { Database } from 'better-sqlite3';
import type { OrderFlow } from '../domain/orders/order-flow.ts';
import { ORDER_LANES, type OrderLane, SEEN_BY_PERSON } from '../domain/orders/order-lane.ts';
import type { ShopKey } from '../domain/shop.ts';
import type { OrderLedger, OrderOverview } from '../engine/order-ledger.ts';

/** Damaged JSON would end the question for all orders (promises.md P8). */
const CODE = "CASE WHEN json_valid(failure) THEN failure ->> '$.code' END";

/** An order whose paper may be missing, or whose two sides contradict each other; a busy side passes by itself. */
const IS_TROUBLED = `hold IS NULL AND failure IS NOT NULL AND (
  print IN ('failed', 'no-printer', 'not-available')
  OR ${CODE} = 'ORDER_PRINT_UNPROVED'
  OR ${CODE} IS NULL
  OR step = 'reported' AND (${CODE}) GLOB 'ORDER_*')`;

// As the index `order_flow_look` has it. Texts of customers stand in the same JSON, but their quotes are escaped there.
const NEEDS_LOOK = `hold IS NOT 'closed'
  AND EXISTS (SELECT 1 FROM order_flow AS look INDEXED BY order_flow_look
    WHERE look.shop = order_flow.shop AND look.woo_id = order_flow.woo_id
    AND (instr(look.ticket, '"isAttention":true') > 0 OR instr(look.ticket, '"isFlagged":true') > 0))
  AND NOT EXISTS (SELECT 1 FROM order_event WHERE order_event.woo_id = order_flow.woo_id
    AND order_event.shop = order_flow.shop AND what = '${SEEN_BY_PERSON}')`;

const LANE = `CASE
  WHEN hold = 'person' OR (${IS_TROUBLED}) THEN 'person'
  WHEN ${NEEDS_LOOK} THEN 'attention'
  WHEN hold IS NOT NULL THEN hold
  WHEN step IN ('seen', 'placing') THEN 'received'
  WHEN step IN ('placed', 'paying') THEN 'placed'
  WHEN step IN ('paid', 'printing') THEN 'paid'
  WHEN step = 'printed' THEN 'printed'
  ELSE 'done' END`;

const WHERE = `shop = @shop AND (@step IS NULL OR step = @step) AND (@hold IS NULL OR hold = @hold)
  AND (@isAsked = 0 OR print <> 'none') AND (@search IS NULL OR instr(number, @search) > 0 OR till_order_id = @search)`;
const NEWEST_FIRST = 'page.created_ms DESC, page.woo_id DESC';
const URGENT_FIRST = `CASE page.lane WHEN 'person' THEN 0 WHEN 'attention' THEN 1 WHEN 'prerequisite' THEN 2 ELSE 3 END`;

type Lanes = Pick<OrderLedger, 'page' | 'laneOf' | 'overview' | 'newestEventId'>;

/** Where people look for the orders of one shop. @param readFlow makes an order of a row */
export function createOrderLanes(
  db: Database,
  shop: ShopKey,
  readFlow: (record: unknown) => OrderFlow,
): Lanes {
  // Only ids are sorted: tickets are large.
  const laned = `SELECT woo_id, created_ms, ${LANE} AS lane FROM order_flow INDEXED BY order_flow_lane WHERE ${WHERE}`;
  const picked = `SELECT * FROM (${laned}) WHERE @lane IS NULL OR lane = @lane`;
  const preparePage = (order: string) =>
    db.prepare(`
      SELECT order_flow.*, page.lane FROM (
        SELECT * FROM (${picked}) AS page ORDER BY ${order} LIMIT @limit OFFSET @offset) AS page
      JOIN order_flow ON order_flow.shop = @shop AND order_flow.woo_id = page.woo_id ORDER BY ${order}`);
  const newestPage = preparePage(NEWEST_FIRST);
  const urgentPage = preparePage(`${URGENT_FIRST}, ${NEWEST_FIRST}`);
  const total = db.prepare(`SELECT count(*) FROM (${picked})`).pluck();
  const lane = db.prepare(`SELECT ${LANE} FROM order_flow WHERE woo_id = ? AND shop = ?`).pluck();
  const lanes = db.prepare(
    `SELECT lane, count(*) AS count FROM (SELECT ${LANE} AS lane FROM order_flow INDEXED BY order_flow_lane WHERE shop = ?) GROUP BY lane`,
  );
  const newest = db.prepare(
    `SELECT * FROM order_flow AS page WHERE shop = ? ORDER BY ${NEWEST_FIRST} LIMIT 1`,
  );
  const printed = db.prepare(
    'SELECT * FROM order_flow WHERE shop = ? AND printed_ms IS NOT NULL ORDER BY printed_ms DESC LIMIT 1',
  );
  const event = db.prepare('SELECT max(id) FROM order_event').pluck();
  const readOne = (record: unknown): OrderFlow | null => (record === undefined ? null : readFlow(record));
  return {
    page: ({
      step = null,
      hold = null,
      lane = null,
      search = null,
      isUrgentFirst = false,
      isAskedToPrint = false,
      limit,
      offset,
    }) => {
      const filter = { shop, step, hold, lane, search, isAsked: isAskedToPrint ? 1 : 0 };
      const records = (isUrgentFirst ? urgentPage : newestPage).all({ ...filter, limit, offset });
      return {
        flows: records.map((record) => ({
          ...readFlow(record),
          lane: (record as { readonly lane: OrderLane }).lane,
        })),
        total: total.get(filter) as number,
      };
    },
    laneOf: (wooId) => (lane.get(wooId, shop) as OrderLane | undefined) ?? 'closed',
    overview: () => ({
      lanes: countLanes(lanes.all(shop) as LaneRecord[]),
      newest: readOne(newest.get(shop)),
      newestPrinted: readOne(printed.get(shop)),
    }),
    newestEventId: () => (event.get() as number | null) ?? 0,
  };
}

interface LaneRecord {
  readonly lane: OrderLane;
  readonly count: number;
}

function countLanes(records: readonly LaneRecord[]): OrderOverview['lanes'] {
  const counts = ORDER_LANES.map((lane) => [lane, records.find((one) => one.lane === lane)?.count ?? 0]);
  return Object.fromEntries(counts) as OrderOverview['lanes'];
}

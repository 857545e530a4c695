import type { Database } from 'better-sqlite3';
import type { Failure } from '../domain/failure.ts';
import type { ReasonCode } from '../domain/plan-row.ts';
import { UNPUBLISHED } from '../domain/stored-fields.ts';
import type { ListedProduct, ListingLedger, ProductSort } from '../engine/ledger-ports.ts';
import { readPattern } from './like-pattern.ts';
import { type LinkRecord, readLink } from './link-table.ts';
import { rememberStatements } from './sorted-statements.ts';

/** What needs a person comes first; a missing value comes last in either direction. */
const ORDER: Readonly<Record<ProductSort, string>> = {
  name: 'name COLLATE NOCASE',
  sku: "sku = '', sku COLLATE NOCASE",
  status:
    "CASE status WHEN 'error' THEN 0 WHEN 'conflict' THEN 1 WHEN 'waiting' THEN 2 WHEN 'deleted' THEN 3 ELSE 4 END",
  tillPrice: 'till_price IS NULL, till_price',
  storePrice: 'store_price IS NULL, store_price',
  lastSyncedMs: 'last_synced_ms IS NULL, last_synced_ms',
};
const BY_PRICE: readonly string[] = [ORDER.tillPrice, ORDER.storePrice];
const WHERE = `kind <> 'category' AND (@status IS NULL OR status = @status)
  AND (@pattern IS NULL OR name LIKE @pattern ESCAPE '\\' OR sku LIKE @pattern ESCAPE '\\'
    OR clover_id = @text COLLATE NOCASE OR woo_id = @number)`;

interface ProductRecord extends LinkRecord {
  readonly till_price: number | null;
  readonly store_price: number | null;
  readonly till_stock: number | null;
  readonly store_stock: number | null;
  readonly till_shown: string | null;
  readonly store_shown: string | null;
}

/** Of a variant its product's: it has no draft of its own. */
const STORE_SHOWN = `CASE kind WHEN 'variation' THEN (
  SELECT whole.fields ->> '$.availability.store' FROM link AS parent JOIN shadow AS whole ON whole.link_id = parent.id
  WHERE parent.kind = 'product' AND parent.clover_id = link.group_id)
  ELSE shadow.fields ->> '$.availability.store' END`;

/** Products as the list of the window shows them: found and sorted by id first, then read row by row. */
export function createProductListing(db: Database): Pick<ListingLedger, 'products' | 'product' | 'drafts'> {
  const ids = rememberStatements(ORDER, (order, direction) => {
    const prices = BY_PRICE.includes(order)
      ? 'LEFT JOIN shadow INDEXED BY shadow_listed ON shadow.link_id = link.id'
      : '';
    return db
      .prepare(
        `SELECT id FROM link ${prices} WHERE ${WHERE} ORDER BY ${order} ${direction}, id LIMIT @limit OFFSET @offset`,
      )
      .pluck();
  });
  const count = db.prepare(`SELECT count(*) FROM link WHERE ${WHERE}`).pluck();
  const drafts = db
    .prepare(`
      SELECT link.id FROM link JOIN shadow ON shadow.link_id = link.id
      WHERE link.kind = 'product' AND link.status <> 'deleted' AND shadow.fields ->> '$.availability.store' = ?
        AND EXISTS (SELECT 1 FROM run_change AS made WHERE made.clover_id = link.clover_id
          AND made.action = 'create_woo' AND made.is_created = 1 AND made.state = 'done')
      ORDER BY link.name COLLATE NOCASE, link.id`)
    .pluck();
  const readProduct = createProductReader(db);
  return {
    products: ({ search, status, sort, isDescending, limit, offset }) => {
      const text = search?.trim() ?? '';
      const number = /^\d{1,15}$/.test(text) ? Number(text) : null;
      const which = { status: status ?? null, pattern: readPattern(text), text, number };
      const found = ids(sort, isDescending).all({ ...which, limit, offset }) as number[];
      return { products: found.flatMap((id) => readProduct(id) ?? []), total: count.get(which) as number };
    },
    product: readProduct,
    drafts: () => drafts.all(UNPUBLISHED) as number[],
  };
}

function createProductReader(db: Database): (linkId: number) => ListedProduct | null {
  const get = db.prepare(`
    SELECT link.*, till_price, store_price, till_stock, store_stock,
      shadow.fields ->> '$.availability.till' AS till_shown, ${STORE_SHOWN} AS store_shown FROM link
    LEFT JOIN shadow ON shadow.link_id = link.id WHERE link.id = ? AND kind <> 'category'`);
  const match = db.prepare(`
    SELECT reason, score FROM run_change WHERE clover_id = ? AND kind <> 'category' AND state = 'done'
      AND action IN ('link', 'create_woo') ORDER BY id DESC LIMIT 1`);
  const failure = db
    .prepare(
      "SELECT failure FROM run_change WHERE clover_id = ? AND state = 'failed' ORDER BY id DESC LIMIT 1",
    )
    .pluck();
  return (linkId) => {
    const record = get.get(linkId) as ProductRecord | undefined;
    if (!record) return null;
    const matched = match.get(record.clover_id) as { reason: ReasonCode; score: number | null } | undefined;
    const failed =
      record.status === 'error' ? (failure.get(record.clover_id) as string | undefined) : undefined;
    return {
      link: readLink(record),
      tillPriceAmount: record.till_price,
      storePriceAmount: record.store_price,
      tillStock: record.till_stock,
      storeStock: record.store_stock,
      isDraft: record.store_shown === UNPUBLISHED,
      isHiddenOnTill: record.till_shown === 'hidden',
      reason: matched?.reason ?? null,
      score: matched?.score ?? null,
      failure: failed === undefined ? null : (JSON.parse(failed) as Failure),
    };
  };
}

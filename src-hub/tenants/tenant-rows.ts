import { askForEach, type HubSql } from '../database/sql.ts';
import type { Seal } from './seal.ts';
import type { Device, Shop } from './shop-book.ts';

/** All that is known of one shop, as the database has it. */
export interface ShopEntry {
  readonly shop: Shop;
  readonly devices: readonly PairedDevice[];
  /** The newest first. */
  readonly wooSecrets: readonly { readonly secret: string; readonly untilMs: number | null }[];
  readonly cloverCode: { readonly appId: string; readonly code: string } | null;
  readonly tillHookMs: number | null;
  readonly storeHookMs: number | null;
}

export interface PairedDevice extends Device {
  readonly tokenHash: Buffer;
  readonly seenMs: number | null;
  /** The last that it was told: nobody else is paired, so it may go on without the hub. */
  readonly thinksAlone: boolean;
}

interface ShopRow {
  readonly id: string;
  readonly name: string;
  readonly merchant_id: string | null;
  readonly email: string;
  readonly keeps_reports: number;
  readonly till_hook_ms: number | null;
  readonly store_hook_ms: number | null;
  readonly clover_app_id: string | null;
  readonly clover_code: Buffer | null;
}

interface DeviceRow {
  readonly id: string;
  readonly shop_id: string;
  readonly name: string;
  readonly token_hash: Buffer;
  readonly seen_ms: number | null;
  readonly thinks_alone: number;
}

interface SecretRow {
  readonly shop_id: string;
  readonly sealed: Buffer;
  readonly until_ms: number | null;
}

/** What a secret is sealed for: its own table and shop, so that a row that is moved elsewhere does not open. */
export const sealPurpose = (table: 'woo_secret' | 'clover_code', shopId: string): string =>
  `${table} ${shopId}`;

/** Reads the shops of a database. */
export interface TenantRows {
  /** In the order in which they were made. */
  listIds(): Promise<readonly string[]>;
  /** Those of the shops that are there. */
  read(shopIds: readonly string[]): Promise<readonly ShopEntry[]>;
}

export function createTenantRows(sql: HubSql, seal: Seal): TenantRows {
  return {
    listIds: async () => {
      const rows = await sql.all<{ id: string }>('SELECT id FROM shop ORDER BY made_ms, id');
      return rows.map(({ id }) => id);
    },
    read: async (shopIds) => {
      const shops = await askForEach<ShopRow>(
        sql,
        shopIds,
        (list) => `SELECT * FROM shop WHERE id IN ${list}`,
      );
      const devices = await askForEach<DeviceRow>(
        sql,
        shopIds,
        (list) =>
          `SELECT id, shop_id, name, token_hash, seen_ms, thinks_alone FROM device WHERE shop_id IN ${list} ORDER BY paired_ms, id`,
      );
      const secrets = await askForEach<SecretRow>(
        sql,
        shopIds,
        (list) =>
          `SELECT shop_id, sealed, until_ms FROM woo_secret WHERE shop_id IN ${list} ORDER BY id DESC`,
      );
      const devicesOf = groupByShop(devices);
      const secretsOf = groupByShop(secrets);
      return shops.map((row) =>
        describeEntry(row, devicesOf.get(row.id) ?? [], secretsOf.get(row.id) ?? [], seal),
      );
    },
  };
}

function groupByShop<Row extends { readonly shop_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.shop_id);
    if (own) own.push(row);
    else groups.set(row.shop_id, [row]);
  }
  return groups;
}

function describeEntry(
  row: ShopRow,
  devices: readonly DeviceRow[],
  secrets: readonly SecretRow[],
  seal: Seal,
): ShopEntry {
  return {
    shop: describeShop(row),
    devices: devices.map(describeDevice),
    wooSecrets: secrets.flatMap(({ sealed, until_ms: untilMs }) => {
      const secret = seal.open(sealPurpose('woo_secret', row.id), sealed);
      return secret === null ? [] : [{ secret, untilMs }];
    }),
    cloverCode: openCloverCode(row, seal),
    tillHookMs: row.till_hook_ms,
    storeHookMs: row.store_hook_ms,
  };
}

const describeShop = (row: ShopRow): Shop => ({
  id: row.id,
  name: row.name,
  merchantId: row.merchant_id,
  email: row.email,
  keepsReports: row.keeps_reports === 1,
  cloverAppId: row.clover_app_id,
});

const describeDevice = (row: DeviceRow): PairedDevice => ({
  id: row.id,
  shopId: row.shop_id,
  name: row.name,
  tokenHash: row.token_hash,
  seenMs: row.seen_ms,
  thinksAlone: row.thinks_alone === 1,
});

function openCloverCode(row: ShopRow, seal: Seal): ShopEntry['cloverCode'] {
  if (row.clover_app_id === null || row.clover_code === null) return null;
  const code = seal.open(sealPurpose('clover_code', row.id), row.clover_code);
  return code === null ? null : { appId: row.clover_app_id, code };
}

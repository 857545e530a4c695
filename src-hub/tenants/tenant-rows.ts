import type { Database } from 'better-sqlite3';
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

/** What a secret is sealed for: its own table and shop, so that a row that is moved elsewhere does not open. */
export const sealPurpose = (table: 'woo_secret' | 'clover_code', shopId: string): string =>
  `${table} ${shopId}`;

/** Reads the shops of a database. */
export interface TenantRows {
  listIds(): readonly string[];
  read(shopId: string): ShopEntry | null;
}

export function createTenantRows(db: Database, seal: Seal): TenantRows {
  const ids = db.prepare<[], { id: string }>('SELECT id FROM shop ORDER BY made_ms, id');
  const shop = db.prepare<[string], ShopRow>('SELECT * FROM shop WHERE id = ?');
  const devices = db.prepare<[string], DeviceRow>(
    'SELECT id, shop_id, name, token_hash, seen_ms, thinks_alone FROM device WHERE shop_id = ? ORDER BY paired_ms, id',
  );
  const secrets = db.prepare<[string], { sealed: Buffer; until_ms: number | null }>(
    'SELECT sealed, until_ms FROM woo_secret WHERE shop_id = ? ORDER BY id DESC',
  );
  return {
    listIds: () => ids.all().map(({ id }) => id),
    read: (shopId) => {
      const row = shop.get(shopId);
      if (!row) return null;
      return {
        shop: describeShop(row),
        devices: devices.all(shopId).map(describeDevice),
        wooSecrets: secrets.all(shopId).flatMap(({ sealed, until_ms }) => {
          const secret = seal.open(sealPurpose('woo_secret', shopId), sealed);
          return secret === null ? [] : [{ secret, untilMs: until_ms }];
        }),
        cloverCode: openCloverCode(row, seal),
        tillHookMs: row.till_hook_ms,
        storeHookMs: row.store_hook_ms,
      };
    },
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

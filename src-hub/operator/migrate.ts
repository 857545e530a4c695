import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import pg from 'pg';
import type { HubConfig } from '../config.ts';
import { DATA_FILE, openHubDatabase } from '../database/database.ts';
import { HubFailure } from '../hub-failure.ts';
import { migratePostgres } from '../postgres/database.ts';
import { describeConnection } from '../postgres/pool.ts';

/** In the order of who refers to whom; ids that the database makes by itself are made anew. */
const TABLES = [
  [
    'shop',
    'id, name, merchant_id, email, keeps_reports, made_ms, till_hook_ms, store_hook_ms, clover_app_id, clover_code',
  ],
  ['woo_secret', 'shop_id, sealed, until_ms'],
  ['device', 'id, shop_id, name, token_hash, paired_ms, seen_ms, thinks_alone'],
  ['invitation', 'label, shop_id, secret_hash, until_ms, tries_left'],
  ['lease', 'shop_id, epoch, device_id'],
  ['hub_fact', 'name, value, at_ms'],
  ['heartbeat', 'shop_id, device_id, slot, at_ms, app_version, till, store, waiting, needs_you, is_last'],
  ['report', 'shop_id, woo_id, clover_id, total_cents, currency, at_ms, keep_until_ms'],
  ['outage', 'shop_id, kind, began_ms, ended_ms, mail, end_mail, tries'],
  ['log_shops', 'shop_id, last_seq'],
  ['log_rows', 'shop_id, seq, side, key, times, first_ms, last_ms, reason'],
  ['log_cursors', 'shop_id, device_id, seq'],
  ['log_digests', 'digest, at_ms'],
] as const;
const ROWS_AT_ONCE = 500;
const LONG_MS = 3_600_000;

/**
 * Brings the data file of a hub of one machine into the database of several, all of it or nothing. The hub must be
 * stopped; the file stays as it is.
 * @throws HubFailure CONFIG_WRONG, NO_DATA, NOT_SURE where the database has shops already; what opening throws
 */
export async function migrateToCluster(config: HubConfig): Promise<readonly string[]> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl === null)
    throw new HubFailure(
      'CONFIG_WRONG',
      'Set TILLBRIDGE_HUB_DATABASE_URL to the database that is to have the data.',
    );
  const file = join(dataDir, DATA_FILE);
  if (!existsSync(file))
    throw new HubFailure(
      'NO_DATA',
      `There is no hub's data in ${resolve(dataDir)}. Set TILLBRIDGE_HUB_DATA to the folder of the hub of one machine.`,
    );
  await migratePostgres(databaseUrl);
  const db = openHubDatabase(file);
  const client = new pg.Client({
    ...describeConnection(databaseUrl, 'migration'),
    query_timeout: LONG_MS,
    statement_timeout: LONG_MS,
  });
  try {
    await client.connect();
    return await copyAll(db, client);
  } finally {
    await client.end();
    db.close();
  }
}

async function copyAll(db: Database.Database, client: pg.Client): Promise<readonly string[]> {
  await client.query('BEGIN');
  await client.query('LOCK TABLE shop IN EXCLUSIVE MODE');
  const { rowCount } = await client.query('SELECT 1 FROM shop LIMIT 1');
  if (rowCount !== 0)
    throw new HubFailure(
      'NOT_SURE',
      'The database has shops already. Give the hub an empty one; nothing was changed.',
    );
  const counts: string[] = [];
  for (const [table, columns] of TABLES)
    counts.push(`${await copyTable(db, client, table, columns)} ${table}`);
  await client.query(
    'UPDATE log_shops s SET most_rows = (SELECT count(*) FROM log_rows r WHERE r.shop_id = s.shop_id)',
  );
  await client.query('COMMIT');
  return [
    `The database has all of it: ${counts.join(', ')}.`,
    'Start the nodes with the key that the file had (TILLBRIDGE_HUB_KEY), and let the old hub stay stopped: the PCs find the new one at the same address.',
  ];
}

/** Resolves to how many rows there were. */
async function copyTable(
  db: Database.Database,
  client: pg.Client,
  table: string,
  columns: string,
): Promise<number> {
  const width = columns.split(', ').length;
  let count = 0;
  let batch: unknown[][] = [];
  const write = async (): Promise<void> => {
    if (batch.length === 0) return;
    const rows = batch.map(
      (_, row) => `(${Array.from({ length: width }, (_none, at) => `$${row * width + at + 1}`).join(', ')})`,
    );
    const values = batch.flat();
    count += batch.length;
    batch = [];
    await client.query(`INSERT INTO ${table} (${columns}) VALUES ${rows.join(', ')}`, values);
  };
  // In the order of the file: the newest secret of a store is the one with the highest number.
  for (const row of db
    .prepare(`SELECT ${columns} FROM ${table} ORDER BY ${table === 'woo_secret' ? 'id' : '1'}`)
    .raw()
    .iterate()) {
    batch.push(row as unknown[]);
    if (batch.length >= ROWS_AT_ONCE) await write();
  }
  await write();
  return count;
}

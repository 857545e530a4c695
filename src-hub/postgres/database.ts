import pg from 'pg';
import { HubFailure } from '../hub-failure.ts';
import { LOG } from './migrations/001-log.ts';
import { TENANTS } from './migrations/002-tenants.ts';
import { CLUSTER } from './migrations/003-cluster.ts';
import { SHARED_GUESSES } from './migrations/004-shared-guesses.ts';
import { describeConnection, isPassing } from './pool.ts';

/** Forward only; the number of those that have run stands in `hub_schema`. */
const MIGRATIONS: readonly string[] = [LOG, TENANTS, CLUSTER, SHARED_GUESSES];
/** "TLHB": nodes that start at once bring the database up to date one after another. */
const MIGRATION_LOCK = 0x544c4842;
/** Older ones have no partitions that take an upsert, and no whole numbers of transactions. */
const LEAST_VERSION = 130_000;
const LONG_MS = 600_000;

/**
 * Brings the database to the newest schema; nodes of the version before go on meanwhile, for it is only ever added to.
 * @throws HubFailure DATA_UNWRITABLE, DATA_TOO_NEW
 */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({
    ...describeConnection(url, 'migration'),
    query_timeout: LONG_MS,
    statement_timeout: LONG_MS,
  });
  client.on('error', () => undefined); // what was asked is rejected as well
  try {
    await client.connect();
    await checkServer(client);
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await migrate(client);
    await client.query('COMMIT');
  } catch (error) {
    throw translate(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrate(client: pg.Client): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS hub_schema (version integer NOT NULL)');
  const { rows } = await client.query<{ version: number }>('SELECT max(version) AS version FROM hub_schema');
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length)
    throw new HubFailure(
      'DATA_TOO_NEW',
      `The database was written by a newer hub (schema ${version}, this one knows ${MIGRATIONS.length}). Install that version again.`,
    );
  for (const step of MIGRATIONS.slice(version)) await client.query(step);
  if (version < MIGRATIONS.length)
    await client.query('INSERT INTO hub_schema (version) VALUES ($1)', [MIGRATIONS.length]);
}

/** What "200 means on disk" rests on (H1) is looked at, not hoped for. */
async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN
      ('server_version_num', 'fsync', 'synchronous_commit', 'default_transaction_isolation')`,
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  if (Number(settings.get('server_version_num')) < LEAST_VERSION)
    throw new HubFailure('CONFIG_WRONG', 'The hub needs PostgreSQL 13 or later.');
  if (settings.get('fsync') === 'off')
    throw new HubFailure(
      'CONFIG_WRONG',
      'The database has fsync = off: what it has confirmed would be lost with the power. Set fsync = on.',
    );
  // Whoever has waited for a lock is to see what the one before has written.
  if (settings.get('default_transaction_isolation') !== 'read committed')
    throw new HubFailure(
      'CONFIG_WRONG',
      `The database has default_transaction_isolation = ${settings.get('default_transaction_isolation')} for the hub’s user. Set it to read committed.`,
    );
  if (['off', 'local'].includes(settings.get('synchronous_commit') ?? ''))
    throw new HubFailure(
      'CONFIG_WRONG',
      `The database has synchronous_commit = ${settings.get('synchronous_commit')} for the hub’s user: what it has confirmed could be lost. Set it to on.`,
    );
}

function translate(error: unknown, url: string): unknown {
  if (error instanceof HubFailure) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (
    error instanceof pg.DatabaseError &&
    !isPassing(error) &&
    !String(code).startsWith('28') &&
    code !== '3D000'
  )
    return error;
  return new HubFailure(
    'DATA_UNWRITABLE',
    `The database ${describeAddress(url)} cannot be used (${String(code ?? message)}). Make sure that it runs, and that TILLBRIDGE_HUB_DATABASE_URL names its host, user, password and name.`,
  );
}

/** Host and name, never user or password. */
function describeAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

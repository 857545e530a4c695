import { timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HubSql } from '../database/sql.ts';
import { HubFailure } from '../hub-failure.ts';
import { KEY_BYTES, type Seal } from './seal.ts';

const FILE = 'hub.key';
const CHECK = 'key check';

/**
 * The hub's key: from the environment (base64 or hex of 32 bytes), else from a file of the data folder that is made
 * at the first start, readable by its owner alone.
 * @throws HubFailure KEY_UNUSABLE
 */
export function loadHubKey(
  dataFolder: string,
  fromEnvironment: string | null,
  makeBytes: (count: number) => Buffer,
): Buffer {
  if (fromEnvironment !== null) return parseKey(fromEnvironment, 'TILLBRIDGE_HUB_KEY');
  const file = join(dataFolder, FILE);
  if (!existsSync(file)) {
    writeFileSync(file, `${makeBytes(KEY_BYTES).toString('base64')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
  }
  chmodSync(file, 0o600);
  return parseKey(readFileSync(file, 'utf8'), file);
}

function parseKey(text: string, source: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64');
  if (key.length !== KEY_BYTES) {
    throw new HubFailure(
      'KEY_UNUSABLE',
      `${source} is no key: it must be 32 bytes in base64 or hex. Make one with: openssl rand -base64 32`,
    );
  }
  return key;
}

/**
 * Notes at the first start which key sealed this data, and refuses another one later: sealed secrets would be
 * unreadable, and every store's webhooks would be refused until WooCommerce switches them off (woocommerce.md 5).
 * @throws HubFailure KEY_CHANGED
 */
export async function checkHubKey(sql: HubSql, seal: Seal, nowMs: number): Promise<void> {
  const mark = seal.hash(CHECK, 'tillbridge');
  await sql.run(
    'INSERT INTO hub_fact (name, value, at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    CHECK,
    mark,
    nowMs,
  );
  const [kept] = await sql.all<{ value: Buffer }>('SELECT value FROM hub_fact WHERE name = ?', CHECK);
  if (!kept || !timingSafeEqual(kept.value, mark)) {
    throw new HubFailure(
      'KEY_CHANGED',
      'The key is not the one that this data was sealed with. Give the old key back (TILLBRIDGE_HUB_KEY, or hub.key in the data folder).',
    );
  }
}

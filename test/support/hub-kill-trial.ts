import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createRandom } from '../../src-practice/random.ts';
import { startHubProcess } from './hub-process.ts';
import type { MadeShop } from './make-shops.ts';

const SHOPS = 32;
const SENDERS = 48;
/** Under load from its first moment; each is some tens of commits. */
const SHORTEST_LIFE_MS = 30;
const LONGEST_LIFE_MS = 150;

export interface HubKillTrial {
  readonly kills: number;
  readonly acknowledged: number;
  /** Deliveries that were answered 200 and are not in the file. */
  readonly lost: readonly string[];
  readonly integrity: string;
}

/**
 * A hub under as much load as one driver makes, killed with SIGKILL at moments that the seed chooses, again and again
 * on the same file. Whatever was answered 200 must be in the file at the end.
 */
export async function runHubKillTrial(seed: number, kills: number): Promise<HubKillTrial> {
  const random = createRandom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-hub-kill-'));
  const acknowledged: string[] = [];
  let shops: readonly MadeShop[] = [];
  let nextId = 1;
  const takeId = (): number => {
    nextId += 1;
    return nextId;
  };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const hub = await startHubProcess({ dataDir, shops: kill === 0 ? SHOPS : 0 });
      if (kill === 0) shops = hub.said.shops;
      const load = startLoad(hub.said.port, shops, takeId, acknowledged);
      await sleep(SHORTEST_LIFE_MS + random.below(LONGEST_LIFE_MS - SHORTEST_LIFE_MS));
      await hub.kill('SIGKILL');
      await load.end();
    }
    return { kills, acknowledged: acknowledged.length, ...check(join(dataDir, 'hub.db'), acknowledged) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const sleep = (delayMs: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, delayMs));

/** Every shop gets its turn, so that none has more objects than may wait. */
function startLoad(port: number, shops: readonly MadeShop[], takeId: () => number, acknowledged: string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: SENDERS });
  let isOver = false;
  const sendOne = (): Promise<void> =>
    new Promise((resolve) => {
      const id = takeId();
      const shop = shops[id % shops.length];
      if (!shop) throw new Error('no shops');
      const body = `{"id":${id}}`;
      const headers = {
        'content-type': 'application/json',
        'x-wc-webhook-resource': 'product',
        'x-wc-webhook-delivery-id': `d${id}`,
        'x-wc-webhook-signature': createHmac('sha256', shop.secret).update(body).digest('base64'),
      };
      const path = `/v1/hooks/woo/${shop.shopId}`;
      const call = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (answer) => {
        if (answer.statusCode === 200) acknowledged.push(`${shop.shopId} product:${id}`);
        answer.resume();
        answer.on('close', resolve);
      });
      call.on('error', () => {
        isOver = true; // the hub is dead
        resolve();
      });
      call.end(body);
    });
  const senders = Array.from({ length: SENDERS }, async () => {
    while (!isOver) await sendOne();
  });
  return {
    end: async (): Promise<void> => {
      await Promise.all(senders);
      agent.destroy();
    },
  };
}

function check(
  file: string,
  acknowledged: readonly string[],
): { lost: readonly string[]; integrity: string } {
  const db = new Database(file);
  const rows = db.prepare('SELECT shop_id, key FROM log_rows').all() as { shop_id: string; key: string }[];
  const integrity = String(db.pragma('integrity_check', { simple: true }));
  db.close();
  const kept = new Set(rows.map(({ shop_id: shopId, key }) => `${shopId} ${key}`));
  const collapsed = new Set(rows.filter(({ key }) => key === '').map(({ shop_id: shopId }) => shopId));
  if (collapsed.size > 0) throw new Error('the trial is too long: a shop was collapsed');
  return { lost: acknowledged.filter((name) => !kept.has(name)), integrity };
}

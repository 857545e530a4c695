import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import pg from 'pg';
import type { NodePace } from '../../src-hub/cluster/node-table.ts';
import { migratePostgres } from '../../src-hub/postgres/database.ts';
import { type HubProcess, startNodeProcess } from './hub-process.ts';
import { type MadeShop, makeShopsInCluster } from './make-shops.ts';
import { layCables, type NodeSurroundings, surroundByProxies } from './node-surroundings.ts';
import { findFreePort, type PostgresServer, startPostgres } from './postgres-server.ts';
import type { Line } from './swallowing-proxy.ts';

export interface ClusterNode {
  readonly url: string;
  /** Between this node and the database: its statements, and what it listens on. */
  readonly line: Line;
  readonly wakeLine: Line;
  /** Between it and everybody else, where it has a network of its own. */
  readonly door: Line | null;
  isUp(): boolean;
  pid(): number;
  start(): Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Takes away what stands around it; it has ended. */
  clear(): Promise<void>;
}

/** Several nodes in processes of their own, on a PostgreSQL of their own. */
export interface ClusterWorld {
  readonly database: PostgresServer;
  readonly nodes: readonly ClusterNode[];
  readonly shops: readonly MadeShop[];
  /** Any node that is up, as a proxy before them chooses. */
  findHome(): string;
  /** One delivery to one node; the status, or 0 where there was no answer. */
  deliver(url: string, shop: MadeShop, id: number): Promise<number>;
  /** What the log has of a shop and one of its objects, in words. */
  readLog(shopId: string, key: string): Promise<string>;
  end(): Promise<void>;
}

export interface ClusterWish {
  readonly nodes: number;
  readonly shops: number;
  readonly pcs?: number;
  readonly pace?: NodePace;
  /** Nothing stands between nodes and database: for measuring. */
  readonly isDirect?: boolean;
  /** The first node has a network of its own (`canSeparate`). */
  readonly hasOneApart?: boolean;
}

export async function startClusterWorld(wish: ClusterWish): Promise<ClusterWorld> {
  const cables = wish.hasOneApart ? await layCables() : null;
  const database = await startPostgres(cables?.databaseSides);
  const databaseUrl = await database.createDatabase();
  const key = randomBytes(32);
  await migratePostgres(databaseUrl);
  const shops = await makeShopsInCluster(databaseUrl, key, wish.shops, wish.pcs);
  const nodes: ClusterNode[] = [];
  const publicUrl = `http://127.0.0.1:${await findFreePort()}`;
  for (let at = 0; at < wish.nodes; at += 1) {
    const around =
      cables !== null && at === 0
        ? cables.surround(databaseUrl)
        : await surroundByProxies(databaseUrl, wish.isDirect ?? false);
    nodes.push(await createNode({ around, key, publicUrl, pace: wish.pace }));
  }
  await Promise.all(nodes.map((node) => node.start()));
  let turn = 0;
  return {
    database,
    nodes,
    shops,
    findHome: () => {
      const up = nodes.filter((node) => node.isUp());
      turn += 1;
      return up[turn % Math.max(1, up.length)]?.url ?? publicUrl;
    },
    deliver,
    readLog: (shopId, key) => readLog(databaseUrl, shopId, key),
    end: async () => {
      await Promise.all(nodes.map((node) => node.kill('SIGKILL')));
      await Promise.all(nodes.map((node) => node.clear()));
      await database.stop();
    },
  };
}

const READ_LOG = `SELECT last_seq,
  (SELECT string_agg(seq::text, ' ' ORDER BY seq) FROM log_cursors WHERE shop_id = $1) AS cursors,
  (SELECT count(*) FROM log_rows WHERE shop_id = $1) AS waiting,
  (SELECT seq FROM log_rows WHERE shop_id = $1 AND key = $2) AS own
  FROM log_shops WHERE shop_id = $1`;

async function readLog(url: string, shopId: string, key: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(READ_LOG, [shopId, key]);
    const { last_seq: last, cursors, waiting, own } = rows[0] ?? {};
    const row = own === null ? 'no row of it' : `it waits as number ${own}`;
    return `${row}, last number ${last}, PCs at ${cursors}, ${waiting} rows wait`;
  } finally {
    await client.end();
  }
}

interface NodeWish {
  readonly around: NodeSurroundings;
  readonly key: Buffer;
  readonly publicUrl: string;
  readonly pace: NodePace | undefined;
}

async function createNode({ around, key, publicUrl, pace }: NodeWish): Promise<ClusterNode> {
  const { address, databaseUrl, listenUrl, wrapper } = around;
  const port = await findFreePort();
  let hub: HubProcess | null = null;
  return {
    url: `http://${address}:${port}`,
    line: around.line,
    wakeLine: around.wakeLine,
    door: around.door,
    isUp: () => hub !== null,
    pid: () => hub?.child.pid ?? 0,
    start: async () => {
      const order = { databaseUrl, listenUrl, key: key.toString('base64'), port, address, publicUrl };
      hub = await startNodeProcess({ ...order, ...(pace ? { pace } : {}) }, wrapper);
    },
    kill: async (signal) => {
      const gone = hub;
      hub = null;
      await gone?.kill(signal);
    },
    clear: around.clear,
  };
}

/** Longer than a node takes to say that it cannot; WooCommerce would wait a minute. */
const ANSWER_WITHIN_MS = 5_000;

function deliver(url: string, shop: MadeShop, id: number): Promise<number> {
  const body = `{"id":${id}}`;
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-resource': 'product',
    'x-wc-webhook-delivery-id': `d${id}`,
    'x-wc-webhook-signature': createHmac('sha256', shop.secret).update(body).digest('base64'),
  };
  return new Promise((resolve) => {
    const options = { method: 'POST', headers, timeout: ANSWER_WITHIN_MS };
    const call = request(`${url}/v1/hooks/woo/${shop.shopId}`, options, (answer) => {
      answer.resume();
      answer.on('close', () => resolve(answer.statusCode ?? 0));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(0));
    call.end(body);
  });
}

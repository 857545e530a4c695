import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { DATA_FILE, openHubDatabase } from '../../src-hub/database/database.ts';
import { createLocalStorage } from '../../src-hub/database/local-storage.ts';
import { startHub } from '../../src-hub/hub.ts';
import { createMachineTime } from '../../src-hub/runtime/machine.ts';
import { loadHubKey } from '../../src-hub/tenants/hub-key.ts';
import { openTenants, type Tenants } from '../../src-hub/tenants/open-tenants.ts';
import { HUB_APP } from './hub-child-app.ts';

/** What a test or a bench asks of a hub in a process of its own. */
export interface HubOrder {
  readonly dataDir: string;
  /** Shops to make, each with one paired device; those of an earlier run are there already. */
  readonly shops: number;
  readonly shopRate?: number;
  readonly sourceRate?: number;
  readonly mostSockets?: number;
}

export interface MadeShop {
  readonly shopId: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly token: string;
}

/** The first and only line that the process prints. */
export interface HubSaid {
  readonly url: string;
  readonly port: number;
  readonly shops: readonly MadeShop[];
}

const order = JSON.parse(process.argv[2] ?? '{}') as HubOrder;
const UNBOUNDED = 1_000_000_000;
const shops = order.shops === 0 ? [] : await makeShops();
const { url, port } = await startHub({
  config: {
    dataDir: order.dataDir,
    port: 0,
    logLevel: 'silent',
    operatorApp: HUB_APP,
    shopRate: order.shopRate ?? UNBOUNDED,
    sourceRate: order.sourceRate ?? UNBOUNDED,
    mostSockets: order.mostSockets ?? 20_000,
  },
});
const said: HubSaid = { url, port, shops };
process.stdout.write(`${JSON.stringify(said)}\n`);
flushCompileCache(); // it is killed rather than ended
process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // its parent is gone

/** Before the hub opens its file, and without waiting for the disk: ten thousand shops are made in seconds. */
async function makeShops(): Promise<readonly MadeShop[]> {
  const time = createMachineTime();
  const db = openHubDatabase(join(order.dataDir, DATA_FILE));
  db.pragma('synchronous = OFF');
  const storage = createLocalStorage(db, time, randomBytes, async () => void db.close());
  const tenants = await openTenants({
    ...storage,
    ...{ key: loadHubKey(order.dataDir, null, randomBytes), operatorApp: HUB_APP, makeBytes: randomBytes },
    ...{ nowMs: time.nowMs, monotonicMs: time.monotonicMs, after: time.after },
  });
  const made: MadeShop[] = [];
  for (let at = 0; at < order.shops; at += 1) made.push(await makeShop(tenants, at));
  await storage.close();
  return made;
}

async function makeShop({ desk, settings, pairing }: Tenants, at: number): Promise<MadeShop> {
  const shopId = await desk.add(`Shop ${at}`);
  const made = { merchantId: `M${String(at).padStart(9, '0')}`, secret: `secret-of-shop-${at}-0123456789` };
  await settings.change(shopId, { merchantId: made.merchantId, wooSecret: made.secret });
  const code = (await pairing.invite(shopId))?.code ?? '';
  const outcome = await pairing.redeem(code, 'PC', '127.0.0.1');
  if (outcome.kind !== 'paired') throw new Error(outcome.kind);
  return { shopId, ...made, token: outcome.token };
}

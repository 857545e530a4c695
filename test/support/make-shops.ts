import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openClusterStorage } from '../../src-hub/cluster/cluster-storage.ts';
import { DATA_FILE, openHubDatabase } from '../../src-hub/database/database.ts';
import { createLocalStorage } from '../../src-hub/database/local-storage.ts';
import { createMachineTime } from '../../src-hub/runtime/machine.ts';
import type { Storage } from '../../src-hub/storage.ts';
import { loadHubKey } from '../../src-hub/tenants/hub-key.ts';
import { openTenants, type Tenants } from '../../src-hub/tenants/open-tenants.ts';
import { HUB_APP } from './hub-child-app.ts';

export interface MadeShop {
  readonly shopId: string;
  readonly merchantId: string;
  readonly secret: string;
  /** Of its first PC. */
  readonly token: string;
  /** Of all its PCs. */
  readonly tokens: readonly string[];
}

/** Made at once over a database that is far away. */
const AT_ONCE = 8;

/** Before a hub opens its file, and without waiting for the disk: ten thousand shops are made in seconds. */
export function makeShopsInFile(dataDir: string, count: number): Promise<readonly MadeShop[]> {
  const db = openHubDatabase(join(dataDir, DATA_FILE));
  db.pragma('synchronous = OFF');
  const storage = createLocalStorage(db, createMachineTime(), randomBytes, async () => void db.close());
  return makeShops(storage, loadHubKey(dataDir, null, randomBytes), count);
}

/** In the database of several nodes. */
export async function makeShopsInCluster(
  databaseUrl: string,
  key: Buffer,
  count: number,
  pcs = 1,
): Promise<readonly MadeShop[]> {
  const storage = await openClusterStorage(databaseUrl, null, {
    ...{ time: createMachineTime(), say: { warn: () => undefined }, makeBytes: randomBytes },
    ...{ homeUrl: '', listenUrl: databaseUrl },
  });
  return makeShops(storage, key, count, pcs);
}

async function makeShops(
  storage: Storage,
  key: Buffer,
  count: number,
  pcs = 1,
): Promise<readonly MadeShop[]> {
  const time = createMachineTime();
  const tenants = await openTenants({
    ...storage,
    ...{ key, operatorApp: HUB_APP, makeBytes: randomBytes },
    ...{ nowMs: time.nowMs, monotonicMs: time.monotonicMs, after: time.after },
  });
  const made: MadeShop[] = [];
  let next = 0;
  const makeSome = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      made[at] = await makeShop(tenants, storage.log, at, pcs);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, makeSome));
  await storage.close();
  return made;
}

async function makeShop(
  { desk, settings, pairing }: Tenants,
  log: Storage['log'],
  at: number,
  pcs: number,
): Promise<MadeShop> {
  const shopId = await desk.add(`Shop ${at}`);
  const made = { merchantId: `M${String(at).padStart(9, '0')}`, secret: `secret-of-shop-${at}-0123456789` };
  await settings.change(shopId, { merchantId: made.merchantId, wooSecret: made.secret });
  const tokens: string[] = [];
  for (let pc = 0; pc < pcs; pc += 1) {
    const code = (await pairing.invite(shopId))?.code ?? '';
    const outcome = await pairing.redeem(code, `PC ${pc}`, `192.0.2.${at % 250}`);
    if (outcome.kind !== 'paired') throw new Error(outcome.kind);
    tokens.push(outcome.token);
    await log.openCursor(shopId, outcome.deviceId); // as the hub does before it answers
  }
  return { shopId, ...made, token: tokens[0] ?? '', tokens };
}

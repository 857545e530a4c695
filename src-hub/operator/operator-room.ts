import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HubConfig } from '../config.ts';
import { DATA_FILE, openHubDatabase } from '../database/database.ts';
import { createLocalStorage } from '../database/local-storage.ts';
import { HubFailure } from '../hub-failure.ts';
import { createHubLog } from '../ops/hub-log.ts';
import { createMachineTime, readMonotonicMs } from '../runtime/machine.ts';
import type { Storage } from '../storage.ts';
import { loadHubKey } from '../tenants/hub-key.ts';
import { openTenants, type Tenants } from '../tenants/open-tenants.ts';

export interface OperatorRoom extends Tenants {
  readonly log: Storage['log'];
  readonly scrub: Storage['scrub'];
  close(): Promise<void>;
}

/**
 * Opens the hub's data for one command, also while the hub runs: it takes up changes within a second.
 * @throws HubFailure NO_DATA where there is none and `mayCreate` is false; what opening throws
 */
export async function openOperatorRoom(config: HubConfig, mayCreate: boolean): Promise<OperatorRoom> {
  const time = createMachineTime();
  const storage = await openStorage(config, mayCreate);
  const tenants = await openTenants({
    ...storage,
    key: loadHubKey(config.dataDir, config.key, randomBytes),
    operatorApp: config.operatorApp,
    nowMs: time.nowMs,
    monotonicMs: readMonotonicMs,
    after: time.after,
    makeBytes: randomBytes,
  });
  return { ...tenants, log: storage.log, scrub: storage.scrub, close: storage.close };
}

/** As the hub itself opens it, without taking part in its work. */
async function openStorage(config: HubConfig, mayCreate: boolean): Promise<Storage> {
  const time = createMachineTime();
  if (config.databaseUrl !== null) {
    const { openClusterStorage } = await import('../cluster/cluster-storage.ts');
    const say = createHubLog(config.logLevel);
    return openClusterStorage(config.databaseUrl, null, {
      ...{ time, say, makeBytes: randomBytes },
      homeUrl: config.publicUrl ?? '',
      listenUrl: config.listenUrl ?? config.databaseUrl,
    });
  }
  const file = join(config.dataDir, DATA_FILE);
  if (!mayCreate && !existsSync(file)) {
    throw new HubFailure(
      'NO_DATA',
      `There is no hub's data in ${resolve(config.dataDir)}. Set TILLBRIDGE_HUB_DATA to the hub's folder, or make the first shop with the command shop add "NAME".`,
    );
  }
  const db = openHubDatabase(file);
  return createLocalStorage(db, time, randomBytes, async () => void db.close());
}

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { HubConfig } from '../config.ts';
import { DATA_FILE, openHubDatabase } from '../database/database.ts';
import { HubFailure } from '../hub-failure.ts';
import type { EventLog } from '../log/event-log.ts';
import { createSqliteLog } from '../log/sqlite-log.ts';
import { createMachineTime, readMonotonicMs } from '../runtime/machine.ts';
import { loadHubKey } from '../tenants/hub-key.ts';
import { openTenants, type Tenants } from '../tenants/open-tenants.ts';

export interface OperatorRoom extends Tenants {
  readonly log: EventLog;
  close(): Promise<void>;
}

/**
 * Opens the hub's data for one command, also while the hub runs: it takes up changes within a second.
 * @throws HubFailure NO_DATA where there is none and `mayCreate` is false; what opening throws
 */
export function openOperatorRoom(config: HubConfig, mayCreate: boolean): OperatorRoom {
  const file = join(config.dataDir, DATA_FILE);
  if (!mayCreate && !existsSync(file)) {
    throw new HubFailure(
      'NO_DATA',
      `There is no hub's data in ${resolve(config.dataDir)}. Set TILLBRIDGE_HUB_DATA to the hub's folder, or make the first shop with the command shop add "NAME".`,
    );
  }
  const time = createMachineTime();
  const db = openHubDatabase(file);
  const log = createSqliteLog(db, time);
  const tenants = openTenants({
    db,
    key: loadHubKey(config.dataDir, config.key, randomBytes),
    operatorApp: config.operatorApp,
    nowMs: time.nowMs,
    monotonicMs: readMonotonicMs,
    after: time.after,
    makeBytes: randomBytes,
  });
  return {
    ...tenants,
    log,
    close: async () => {
      await log.close();
      db.close();
    },
  };
}

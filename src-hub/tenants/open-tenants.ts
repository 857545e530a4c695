import type { Database } from 'better-sqlite3';
import type { LeaseBook } from '../relay/lease-book.ts';
import type { PermitDesk } from '../relay/permit-desk.ts';
import { createFairPermitDesk, findPoolIn } from './fair-permit-desk.ts';
import { checkHubKey } from './hub-key.ts';
import { createPairing, type Pairing } from './pairing.ts';
import { createSeal } from './seal.ts';
import { createShopDesk, type ShopDesk } from './shop-desk.ts';
import { createShopSettings, type ShopSettings } from './shop-settings.ts';
import { createSqliteLeaseBook } from './sqlite-lease-book.ts';
import { createSqliteShopBook, type SqliteShopBook } from './sqlite-shop-book.ts';
import type { TenantContext } from './tenant-context.ts';
import { createTenantMemory, type TenantMemory } from './tenant-memory.ts';
import { createTenantRows } from './tenant-rows.ts';

export interface TenantDeps {
  readonly db: Database;
  /** 32 bytes, see `loadHubKey`. */
  readonly key: Buffer;
  readonly operatorApp: TenantContext['operatorApp'];
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, ring: () => void) => { cancel(): void };
  /** Bytes fit for keys and tokens: `randomBytes` of node:crypto. */
  readonly makeBytes: (count: number) => Buffer;
}

export interface Tenants {
  readonly context: TenantContext;
  readonly book: SqliteShopBook;
  readonly leases: LeaseBook;
  readonly permits: PermitDesk;
  readonly pairing: Pairing;
  readonly settings: ShopSettings;
  readonly desk: ShopDesk;
  /** Takes up what another process (the operator's command) has changed; called every second. */
  takeUpChanges(): void;
}

/** Some 20 ms of work. */
const SHOPS_A_TURN = 200;
const TURN_MS = 5;

/**
 * Opens the room of tenants on a database that is at the newest schema.
 * @throws HubFailure KEY_CHANGED
 */
export function openTenants(deps: TenantDeps): Tenants {
  const { db, operatorApp, nowMs, makeBytes } = deps;
  const seal = createSeal(deps.key, makeBytes);
  checkHubKey(db, seal, nowMs());
  const memory = createTenantMemory(createTenantRows(db, seal));
  const context: TenantContext = { db, seal, memory, nowMs, makeBytes, operatorApp };
  const takeUpChanges = createTakeUp(deps, memory);
  return {
    context,
    book: createSqliteShopBook(context),
    leases: createSqliteLeaseBook(context, deps.monotonicMs),
    permits: createFairPermitDesk(deps, findPoolIn(context)),
    pairing: createPairing(context),
    settings: createShopSettings(context),
    desk: createShopDesk(context),
    takeUpChanges,
  };
}

/** Looks whether another process has changed anything; a large hub takes it up bit by bit, between other work. */
function createTakeUp({ db, after }: TenantDeps, memory: TenantMemory): () => void {
  let version = readDataVersion(db);
  let waiting: string[] = [];
  const takeSome = (): void => {
    if (!db.open) return;
    for (const id of waiting.splice(0, SHOPS_A_TURN)) memory.refresh(id);
    if (waiting.length > 0) after(TURN_MS, takeSome);
  };
  return () => {
    const now = readDataVersion(db);
    if (now === version) return;
    version = now;
    const isTaking = waiting.length > 0;
    waiting = [...memory.listAllIds()];
    if (!isTaking) takeSome();
  };
}

/** Changes when another connection has committed, never by this one's own writes. */
const readDataVersion = (db: Database): number => Number(db.pragma('data_version', { simple: true }));

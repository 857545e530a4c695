import type { HubSql } from '../database/sql.ts';
import type { LeaseBook } from '../relay/lease-book.ts';
import type { PermitDesk } from '../relay/permit-desk.ts';
import { createTurns } from '../runtime/turns.ts';
import { createFairPermitDesk, findPoolIn } from './fair-permit-desk.ts';
import { createGuessLimit, type GuessLimit } from './guess-limit.ts';
import { checkHubKey } from './hub-key.ts';
import { createKeptShopBook, type KeptShopBook } from './kept-shop-book.ts';
import { createPairing, type Pairing } from './pairing.ts';
import type { PermitShares } from './permit-shares.ts';
import { createSeal } from './seal.ts';
import { createShopDesk, type ShopDesk } from './shop-desk.ts';
import { createShopSettings, type ShopSettings } from './shop-settings.ts';
import { createSqliteLeaseBook } from './sqlite-lease-book.ts';
import type { TenantContext } from './tenant-context.ts';
import { createTenantMemory, type TenantMemory } from './tenant-memory.ts';
import { createTenantRows } from './tenant-rows.ts';

export interface TenantDeps {
  readonly sql: HubSql;
  /** 32 bytes, see `loadHubKey`. */
  readonly key: Buffer;
  readonly operatorApp: TenantContext['operatorApp'];
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
  readonly after: (delayMs: number, ring: () => void) => { cancel(): void };
  /** Bytes fit for keys and tokens: `randomBytes` of node:crypto. */
  readonly makeBytes: (count: number) => Buffer;
  /** Shops that other processes have changed since it was last asked; null where it may be any of them. */
  readonly findChanged: () => Promise<readonly string[] | null>;
  /** Tells that it is worth asking now, where that is known. Returns what stops it. */
  readonly onChanged?: (listener: () => void) => () => void;
  /** Where several processes give leases; one alone keeps them in its memory. */
  readonly openLeases?: (context: TenantContext) => LeaseBook;
  /** Where several processes count guesses of pairing codes together; one alone counts them in its memory. */
  readonly openGuesses?: (context: TenantContext) => GuessLimit;
  /** Where several processes share an app's quota; one alone has all of it. */
  readonly shares?: PermitShares;
}

export interface Tenants {
  readonly context: TenantContext;
  readonly book: KeptShopBook;
  readonly leases: LeaseBook;
  readonly permits: PermitDesk;
  readonly pairing: Pairing;
  readonly settings: ShopSettings;
  readonly desk: ShopDesk;
  /** Takes up what another process (the operator's command) has changed; called every second. */
  takeUpChanges(): Promise<void>;
}

/** Some 20 ms of work. */
const SHOPS_A_TURN = 200;
const TURN_MS = 5;

/**
 * Opens the room of tenants on a database that is at the newest schema.
 * @throws HubFailure KEY_CHANGED
 */
export async function openTenants(deps: TenantDeps): Promise<Tenants> {
  const { sql, operatorApp, nowMs, makeBytes } = deps;
  const seal = createSeal(deps.key, makeBytes);
  await checkHubKey(sql, seal, nowMs());
  await deps.findChanged(); // what is changed from here on is not in the first picture
  const memory = await createTenantMemory(createTenantRows(sql, seal));
  const takeUpChanges = createTakeUp(deps, memory);
  deps.onChanged?.(() => void takeUpChanges().catch(() => undefined)); // it is asked every second as well
  const context: TenantContext = { sql, seal, memory, nowMs, makeBytes, operatorApp };
  return {
    context,
    book: createKeptShopBook(context, takeUpChanges),
    leases: deps.openLeases
      ? deps.openLeases(context)
      : await createSqliteLeaseBook(context, deps.monotonicMs),
    permits: createFairPermitDesk(deps, findPoolIn(context), deps.shares),
    pairing: createPairing(context, deps.openGuesses?.(context) ?? createGuessLimit()),
    settings: createShopSettings(context),
    desk: createShopDesk(context),
    takeUpChanges,
  };
}

/**
 * Takes up what another process has changed; a large hub does it bit by bit, between other work. Whoever calls while that
 * is under way gets one more round, together with the others.
 */
function createTakeUp({ findChanged, after }: TenantDeps, memory: TenantMemory): () => Promise<void> {
  /** Told of and not taken up yet: a change is told once, and the database may fail before its shop was read. */
  const owed = new Set<string>();
  let isAnyOwed = false;
  const take = async (): Promise<void> => {
    const changed = await findChanged();
    isAnyOwed ||= changed === null;
    for (const id of changed ?? []) owed.add(id);
    if (isAnyOwed) for (const id of await memory.listAllIds()) owed.add(id);
    isAnyOwed = false;
    const ids = [...owed];
    for (let at = 0; at < ids.length; at += SHOPS_A_TURN) {
      if (at > 0) await new Promise<void>((resolve) => void after(TURN_MS, resolve));
      const some = ids.slice(at, at + SHOPS_A_TURN);
      await memory.refreshAll(some);
      for (const id of some) owed.delete(id);
    }
  };
  const inTurn = createTurns();
  let next: Promise<void> | null = null;
  return () => {
    next ??= inTurn(() => {
      next = null;
      return take();
    });
    return next;
  };
}

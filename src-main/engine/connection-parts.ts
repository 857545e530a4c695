import { createFailure, type Failure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import { nameShop } from '../domain/shop.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { TillFacts } from '../domain/till-catalog.ts';
import type { AddOnDesk } from './add-on-record.ts';
import {
  type Attempt,
  type CloverCredentials,
  fail,
  type StoreConnection,
  type StoreCredentials,
  succeed,
  type TillConnection,
} from './face.ts';
import type { PermitLane } from './hub-ports.ts';
import type { Ledger } from './ledger-ports.ts';
import { moveLinkedShop } from './linked-shop.ts';
import type { Clock, OpenVault, StorePort, TillPort, TokenSource } from './ports.ts';
import type { GrantPort, TillGrant } from './till-grant.ts';
import type { TillTokenDeps } from './till-tokens.ts';

// What connecting either side takes, and how a connection is kept.

/** Names of the secrets in the vault, and of the connections in the data file. */
export const STORE_SECRET = 'woo.keys';
export const TILL_META = 'connection.till';
export const STORE_META = 'connection.store';

/** How the store was reached when it was checked; the connector's own business, kept with the connection. */
export type StoreAccess = Readonly<Record<string, string>>;

export interface ConnectorPort {
  /** @param isGranted a token of Clover's page: it is shown to its own environment alone (clover.md 1) */
  checkTill(credentials: CloverCredentials, isGranted?: boolean): Promise<Outcome<TillConnection>>;
  /** The calls about tokens. */
  readonly grants: GrantPort;
  checkStore(
    credentials: StoreCredentials,
  ): Promise<Outcome<StoreConnection & { readonly access: StoreAccess }>>;
  /**
   * @param signal ends waits between tries
   * @param lane orders go first where the relay shares out calls
   */
  openTill(
    connection: TillConnection,
    token: string | TokenSource,
    signal?: AbortSignal,
    lane?: PermitLane,
  ): TillPort;
  /** Share of the limit of calls to this till used in the last minute, 0 to 100. */
  readTillUse(connection: TillConnection): number;
  /** `known` saves asking for the name and the decimals of prices again. */
  openStore(
    access: StoreAccess,
    keys: Pick<StoreCredentials, 'key' | 'secret'>,
    known: StoreFacts,
    addOns: AddOnDesk,
    signal?: AbortSignal,
  ): StorePort;
}

/** What renewing the till's tokens takes; absent where only API tokens are used. */
export type RenewalParts = Pick<TillTokenDeps, 'timers' | 'random' | 'workAlone' | 'onLost'>;

export interface ConnectionDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly connectors: ConnectorPort;
  readonly openVault: OpenVault;
  readonly renewal?: RenewalParts;
}

/** What a log-in at Clover's page gave, before it is checked. */
export type NewGrant = Omit<TillGrant, 'obtainedMs' | 'staffKey' | 'environment'> &
  Pick<CloverCredentials, 'environment'>;

export interface KeptStore extends StoreConnection {
  readonly access: StoreAccess;
}

export interface KeptConnections {
  readTill(): TillConnection | null;
  readStore(): KeptStore | null;
}

export function createKeptConnections(ledger: Ledger): KeptConnections {
  const read = <T>(name: string): T | null => {
    const kept = ledger.meta.get(name);
    return kept === null ? null : (JSON.parse(kept) as T);
  };
  return { readTill: () => read<TillConnection>(TILL_META), readStore: () => read<KeptStore>(STORE_META) };
}

/**
 * The secret first: a connection without one would be no connection.
 * @param owner the address of what is connected
 */
export async function keepConnection(
  deps: ConnectionDeps,
  { name, secretName, owner }: Readonly<Record<'name' | 'secretName' | 'owner', string>>,
  connection: object,
  secret: string,
): Promise<Attempt<void>> {
  const vault = await deps.openVault(owner);
  if (!vault.ok) return vault;
  await vault.value.set(secretName, secret);
  deps.ledger.meta.put(name, JSON.stringify(connection));
  note(deps, name, 'connected');
  return succeed(undefined);
}

/** A store with the id of one that was connected to this till before is that one, whatever its address is now. */
export function recogniseStore(deps: ConnectionDeps, kept: KeptConnections): void {
  const { ledger } = deps;
  const [till, store] = [kept.readTill(), kept.readStore()?.store];
  if (!till || !store || store.storeId === '') return;
  const { merchantId } = till.merchant;
  const mark = `shop.of ${merchantId} ${store.storeId}`;
  const [before, shop] = [ledger.meta.get(mark), nameShop(merchantId, store.url)];
  if (before === shop) return;
  ledger.transaction(() => {
    if (before !== null) {
      ledger.runs.moveShop(before, shop);
      moveLinkedShop(ledger, before, shop);
      note(deps, STORE_META, 'the same store as before, under another address: everything goes on');
    }
    ledger.meta.put(mark, shop);
  });
}

export async function readSecret(deps: ConnectionDeps, name: string): Promise<Attempt<string>> {
  const vault = await deps.openVault();
  if (!vault.ok) return vault;
  const secret = await vault.value.get(name);
  return secret === null ? fail(createFailure('SECRET_MISSING', { name })) : succeed(secret);
}

export function compareCurrencies(till: TillFacts | null, store: StoreFacts | null): Failure | null {
  if (!till || !store || till.currency === store.currency) return null;
  return createFailure('PAIR_CURRENCY_DIFFERS', { till: till.currency, store: store.currency });
}

export function note(deps: ConnectionDeps, entity: string, message: string): void {
  const side = entity === TILL_META ? 'till' : 'store';
  const entry = {
    atMs: deps.clock.nowMs(),
    level: 'info' as const,
    action: 'connection',
    side,
    entity: side,
  };
  deps.ledger.journal.add({ ...entry, message, runId: null });
}

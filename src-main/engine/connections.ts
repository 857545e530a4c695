import { createFailure, type Failure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import { nameShop } from '../domain/shop.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { TillFacts } from '../domain/till-catalog.ts';
import { type AddOnDesk, openAddOnDesk } from './add-on-record.ts';
import {
  type Attempt,
  type CloverCredentials,
  type Connections,
  fail,
  type StoreConnection,
  type StoreCredentials,
  succeed,
  type TillConnection,
} from './face.ts';
import type { Ledger } from './ledger-ports.ts';
import type { Clock, SecretPort, StorePort, TillPort } from './ports.ts';

/** Names of the secrets in the vault, and of the connections in the data file. */
const TILL_SECRET = 'clover.token';
const STORE_SECRET = 'woo.keys';
const TILL_META = 'connection.till';
const STORE_META = 'connection.store';

/** How the store was reached when it was checked; the connector's own business, kept with the connection. */
export type StoreAccess = Readonly<Record<string, string>>;

export interface ConnectorPort {
  checkTill(credentials: CloverCredentials): Promise<Outcome<TillConnection>>;
  checkStore(
    credentials: StoreCredentials,
  ): Promise<Outcome<StoreConnection & { readonly access: StoreAccess }>>;
  /** @param signal ends waits between tries */
  openTill(connection: TillConnection, token: string, signal?: AbortSignal): TillPort;
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

export interface ConnectionDeps {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly connectors: ConnectorPort;
  readonly openVault: () => Promise<Attempt<SecretPort>>;
}

interface KeptStore extends StoreConnection {
  readonly access: StoreAccess;
}

export interface OpenConnections extends Connections {
  openTill(signal?: AbortSignal): Promise<Attempt<TillPort>>;
  openStore(signal?: AbortSignal): Promise<Attempt<StorePort>>;
  /** Share of the till's limit of calls used in the last minute, 0 to 100. */
  readTillUse(): number;
  /** The practice servers' staff desk takes the connection's own key. */
  readKeys(): Promise<{ readonly till: string | null; readonly store: string | null }>;
}

/** Both connections: checked with real calls before they are kept, secrets in the vault only. */
export function createConnections(deps: ConnectionDeps): OpenConnections {
  const kept = createKeptConnections(deps.ledger);
  const openers = createOpeners(deps, kept);
  return {
    ...openers,
    readTill: kept.readTill,
    readStore: kept.readStore,
    connectTill: async (credentials) => {
      const checked = await deps.connectors.checkTill(credentials);
      if (checked.kind !== 'done') return fail(checked.failure);
      const refusal = compareCurrencies(checked.value.merchant, kept.readStore()?.store ?? null);
      if (refusal) return fail(refusal);
      const done = await keepConnection(deps, TILL_META, TILL_SECRET, checked.value, credentials.token);
      if (done.ok) recogniseStore(deps, kept);
      return done.ok ? succeed(checked.value) : done;
    },
    connectStore: async (credentials) => {
      const checked = await deps.connectors.checkStore(credentials);
      if (checked.kind !== 'done') return fail(checked.failure);
      const { store, warnings } = checked.value;
      const refusal = compareCurrencies(kept.readTill()?.merchant ?? null, store);
      if (refusal) return fail(refusal);
      const { key, secret } = credentials;
      const done = await keepConnection(
        deps,
        STORE_META,
        STORE_SECRET,
        checked.value,
        JSON.stringify({ key, secret }),
      );
      if (done.ok) recogniseStore(deps, kept);
      return done.ok ? succeed({ store, warnings }) : done;
    },
    disconnect: async (side) => {
      const [meta, secret] = side === 'till' ? [TILL_META, TILL_SECRET] : [STORE_META, STORE_SECRET];
      const wasConnected = deps.ledger.meta.get(meta) !== null;
      const vault = await deps.openVault();
      if (vault.ok) await vault.value.remove(secret);
      deps.ledger.meta.remove(meta);
      if (wasConnected) note(deps, meta, 'disconnected');
      return wasConnected;
    },
    test: async () => {
      const [till, store] = await Promise.all([tryFacts(openers.openTill), tryFacts(openers.openStore)]);
      if (till.ok) await refreshTill(deps, kept);
      return { till, store };
    },
    readKeys: async () => {
      const vault = await deps.openVault();
      if (!vault.ok) return { till: null, store: null };
      const keys = await vault.value.get(STORE_SECRET);
      const secret = keys === null ? null : (JSON.parse(keys) as { secret: string }).secret;
      return { till: await vault.value.get(TILL_SECRET), store: secret };
    },
  };
}

interface KeptConnections {
  readTill(): TillConnection | null;
  readStore(): KeptStore | null;
}

function createKeptConnections(ledger: Ledger): KeptConnections {
  const read = <T>(name: string): T | null => {
    const kept = ledger.meta.get(name);
    return kept === null ? null : (JSON.parse(kept) as T);
  };
  return { readTill: () => read<TillConnection>(TILL_META), readStore: () => read<KeptStore>(STORE_META) };
}

function createOpeners(
  deps: ConnectionDeps,
  kept: KeptConnections,
): Pick<OpenConnections, 'openTill' | 'openStore' | 'readTillUse'> {
  return {
    openTill: async (signal) => {
      const connection = kept.readTill();
      if (!connection) return fail(createFailure('CLOVER_NOT_CONNECTED'));
      const token = await readSecret(deps, TILL_SECRET);
      return token.ok ? succeed(deps.connectors.openTill(connection, token.value, signal)) : token;
    },
    readTillUse: () => {
      const connection = kept.readTill();
      return connection ? deps.connectors.readTillUse(connection) : 0;
    },
    openStore: async (signal) => {
      const connection = kept.readStore();
      if (!connection) return fail(createFailure('WOO_NOT_CONNECTED'));
      const secret = await readSecret(deps, STORE_SECRET);
      if (!secret.ok) return secret;
      const keys = JSON.parse(secret.value) as { key: string; secret: string };
      const addOns = openAddOnDesk(deps.ledger, connection.store.url);
      return succeed(deps.connectors.openStore(connection.access, keys, connection.store, addOns, signal));
    },
  };
}

/** The secret first: a connection without one would be no connection. */
async function keepConnection(
  deps: ConnectionDeps,
  name: string,
  secretName: string,
  connection: object,
  secret: string,
): Promise<Attempt<void>> {
  const vault = await deps.openVault();
  if (!vault.ok) return vault;
  await vault.value.set(secretName, secret);
  deps.ledger.meta.put(name, JSON.stringify(connection));
  note(deps, name, 'connected');
  return succeed(undefined);
}

/** A store with the id of one that was connected to this till before is that one, whatever its address is now. */
function recogniseStore(deps: ConnectionDeps, kept: KeptConnections): void {
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
      note(deps, STORE_META, 'the same store as before, under another address: everything goes on');
    }
    ledger.meta.put(mark, shop);
  });
}

/** A permission may have been given or taken since; what gives no answer leaves what is known. */
async function refreshTill(deps: ConnectionDeps, kept: KeptConnections): Promise<void> {
  const [known, token] = [kept.readTill(), await readSecret(deps, TILL_SECRET)];
  if (!known || !token.ok) return;
  const { environment, apiUrl, merchant } = known;
  const { merchantId } = merchant;
  const checked = await deps.connectors.checkTill({ environment, apiUrl, merchantId, token: token.value });
  // Somebody may have disconnected meanwhile.
  if (checked.kind !== 'done' || kept.readTill()?.merchant.merchantId !== merchantId) return;
  const { permissions, warnings } = checked.value;
  deps.ledger.meta.put(TILL_META, JSON.stringify({ ...known, permissions, warnings }));
}

async function tryFacts<T extends TillFacts | StoreFacts>(
  open: () => Promise<Attempt<{ readFacts(): Promise<Outcome<T>> }>>,
): Promise<Attempt<T>> {
  const port = await open();
  if (!port.ok) return port;
  const facts = await port.value.readFacts();
  return facts.kind === 'done' ? succeed(facts.value) : fail(facts.failure);
}

async function readSecret(deps: ConnectionDeps, name: string): Promise<Attempt<string>> {
  const vault = await deps.openVault();
  if (!vault.ok) return vault;
  const secret = await vault.value.get(name);
  return secret === null ? fail(createFailure('SECRET_MISSING', { name })) : succeed(secret);
}

function compareCurrencies(till: TillFacts | null, store: StoreFacts | null): Failure | null {
  if (!till || !store || till.currency === store.currency) return null;
  return createFailure('PAIR_CURRENCY_DIFFERS', { till: till.currency, store: store.currency });
}

function note(deps: ConnectionDeps, entity: string, message: string): void {
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

import { createFailure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { TillFacts } from '../domain/till-catalog.ts';
import { openAddOnDesk } from './add-on-record.ts';
import {
  type ConnectionDeps,
  compareCurrencies,
  createKeptConnections,
  type KeptConnections,
  keepConnection,
  note,
  readSecret,
  recogniseStore,
  STORE_META,
  STORE_SECRET,
  TILL_META,
} from './connection-parts.ts';
import { type Attempt, type Connections, fail, succeed } from './face.ts';
import type { PermitLane } from './hub-ports.ts';
import type { StorePort, TillPort } from './ports.ts';
import {
  createTillConnecting,
  openToken,
  openTokens,
  readStaffKey,
  refreshTill,
  type TillConnecting,
} from './till-connecting.ts';
import { TILL_SECRET } from './till-grant-shelf.ts';
import type { TillTokens } from './till-tokens.ts';

export type { ConnectionDeps, ConnectorPort } from './connection-parts.ts';
export type { GrantPlace, GrantPort, TillApp, TokenPair } from './till-grant.ts';
export type * from './till-login.ts';

export interface OpenConnections extends Connections, TillConnecting {
  /** Begins to renew the till's tokens in good time; only a program that alone may write does. */
  startRenewal(): void;
  /** Waits a moment for a renewal under way. */
  close(): Promise<void>;
  openTill(signal?: AbortSignal, lane?: PermitLane): Promise<Attempt<TillPort>>;
  openStore(signal?: AbortSignal): Promise<Attempt<StorePort>>;
  /** Share of the till's limit of calls used in the last minute, 0 to 100. */
  readTillUse(): number;
  /** The practice servers' staff desk takes the connection's own key. */
  readKeys(): Promise<{ readonly till: string | null; readonly store: string | null }>;
}

/** Both connections: checked with real calls before they are kept, secrets in the vault only. */
export function createConnections(deps: ConnectionDeps): OpenConnections {
  const kept = createKeptConnections(deps.ledger);
  const tokens = openTokens(deps, kept);
  const openers = createOpeners(deps, kept, tokens);
  return {
    ...openers,
    ...createTillConnecting(deps, kept, tokens),
    readTill: kept.readTill,
    readStore: kept.readStore,
    readTillLogin: tokens.readFacts,
    startRenewal: tokens.start,
    close: tokens.close,
    connectStore: async (credentials) => {
      const checked = await deps.connectors.checkStore(credentials);
      if (checked.kind !== 'done') return fail(checked.failure);
      const { store, warnings } = checked.value;
      const refusal = compareCurrencies(kept.readTill()?.merchant ?? null, store);
      if (refusal) return fail(refusal);
      const { key, secret } = credentials;
      const names = { name: STORE_META, secretName: STORE_SECRET, owner: store.url };
      const done = await keepConnection(deps, names, checked.value, JSON.stringify({ key, secret }));
      if (done.ok) recogniseStore(deps, kept);
      return done.ok ? succeed({ store, warnings }) : done;
    },
    disconnect: async (side) => {
      const [meta, secret] = side === 'till' ? [TILL_META, TILL_SECRET] : [STORE_META, STORE_SECRET];
      const wasConnected = deps.ledger.meta.get(meta) !== null;
      const vault = await deps.openVault();
      if (side === 'till') await tokens.forget();
      if (vault.ok) await vault.value.remove(secret);
      deps.ledger.meta.remove(meta);
      if (wasConnected) note(deps, meta, 'disconnected');
      return wasConnected;
    },
    test: async () => {
      const [till, store] = await Promise.all([
        tryFacts(() => openers.openTill()),
        tryFacts(() => openers.openStore()),
      ]);
      if (till.ok) await refreshTill(deps, kept, tokens);
      return { till, store };
    },
    readKeys: async () => {
      const vault = await deps.openVault();
      if (!vault.ok) return { till: null, store: null };
      const keys = await vault.value.get(STORE_SECRET);
      const secret = keys === null ? null : (JSON.parse(keys) as { secret: string }).secret;
      return { till: readStaffKey(await vault.value.get(TILL_SECRET)), store: secret };
    },
  };
}

function createOpeners(
  deps: ConnectionDeps,
  kept: KeptConnections,
  tokens: TillTokens,
): Pick<OpenConnections, 'openTill' | 'openStore' | 'readTillUse'> {
  return {
    openTill: async (signal, lane) => {
      const connection = kept.readTill();
      if (!connection) return fail(createFailure('CLOVER_NOT_CONNECTED'));
      const token = await openToken(deps, connection, tokens);
      return token.ok ? succeed(deps.connectors.openTill(connection, token.value, signal, lane)) : token;
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

async function tryFacts<T extends TillFacts | StoreFacts>(
  open: () => Promise<Attempt<{ readFacts(): Promise<Outcome<T>> }>>,
): Promise<Attempt<T>> {
  const port = await open();
  if (!port.ok) return port;
  const facts = await port.value.readFacts();
  return facts.kind === 'done' ? succeed(facts.value) : fail(facts.failure);
}

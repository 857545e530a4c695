import { createFailure } from '../domain/failure.ts';
import { isPracticeUrl } from '../domain/practice-url.ts';
import {
  type ConnectionDeps,
  compareCurrencies,
  type KeptConnections,
  keepConnection,
  type NewGrant,
  type RenewalParts,
  readSecret,
  recogniseStore,
  TILL_META,
} from './connection-parts.ts';
import { type Attempt, type Connections, fail, succeed, type TillConnection } from './face.ts';
import type { SecretPort, TokenSource } from './ports.ts';
import { readTillSecret, type TillGrant } from './till-grant.ts';
import { explainVault, TILL_SECRET } from './till-grant-shelf.ts';
import { createTillTokens, type TillTokens } from './till-tokens.ts';

/** Connecting the till, by an API token or by what a log-in at Clover's page gave. */
export interface TillConnecting extends Pick<Connections, 'connectTill'> {
  /** Keeps the till of a log-in, if its token opens the merchant that Clover named. */
  connectTillByLogin(granted: NewGrant): Promise<Attempt<TillConnection>>;
}

export const openTokens = (deps: ConnectionDeps, kept: KeptConnections): TillTokens =>
  createTillTokens({
    ...NO_RENEWAL,
    ...deps.renewal,
    ...deps,
    grants: deps.connectors.grants,
    readTill: kept.readTill,
  });

/** Nothing is renewed by itself, and nobody is told. */
const NO_RENEWAL: RenewalParts = {
  timers: { after: () => ({ cancel: () => undefined }) },
  random: { fraction: () => 0 },
  workAlone: (work) => work(),
  onLost: () => undefined,
};

export function createTillConnecting(
  deps: ConnectionDeps,
  kept: KeptConnections,
  tokens: TillTokens,
): TillConnecting {
  const keep = async (
    connection: TillConnection,
    writeSecret: (before: string | null) => string,
  ): Promise<Attempt<void>> => {
    const refusal = compareCurrencies(connection.merchant, kept.readStore()?.store ?? null);
    if (refusal) return fail(refusal);
    const owner = connection.apiUrl ?? connection.environment;
    const vault = await deps.openVault(owner);
    if (!vault.ok) return vault;
    const before = await readBefore(vault.value);
    if (!before.ok) return before;
    await tokens.forget();
    const names = { name: TILL_META, secretName: TILL_SECRET, owner };
    const done = await keepConnection(deps, names, connection, writeSecret(before.value));
    if (done.ok) recogniseStore(deps, kept);
    return done;
  };
  return {
    connectTill: async (credentials) => {
      const checked = await deps.connectors.checkTill(credentials);
      if (checked.kind !== 'done') return fail(checked.failure);
      const done = await keep(checked.value, () => credentials.token);
      return done.ok ? succeed(checked.value) : done;
    },
    connectTillByLogin: async (granted) => {
      const { environment, apiUrl, merchantId } = granted;
      const credentials = { environment, apiUrl, merchantId, token: granted.tokens.access };
      const checked = await deps.connectors.checkTill(credentials, true);
      const refuseOther = () => fail(createFailure('CLOVER_LOGIN_OTHER_MERCHANT', { merchant: merchantId }));
      if (checked.kind === 'authLost') return refuseOther();
      if (checked.kind !== 'done') return fail(checked.failure);
      if (checked.value.merchant.merchantId !== merchantId) return refuseOther();
      const connection = { ...checked.value, login: { appId: granted.app.id } };
      const obtainedMs = deps.clock.nowMs();
      let grant: TillGrant = { ...granted, obtainedMs, staffKey: null };
      const done = await keep(connection, (before) => {
        grant = { ...grant, staffKey: findStaffKey(before, kept.readTill(), grant) };
        return JSON.stringify(grant);
      });
      if (!done.ok) return done;
      tokens.adopt(grant);
      return succeed(connection);
    },
  };
}

/** What was kept before. A vault that cannot be read keeps nothing new either: that is told, and what is connected stays. */
async function readBefore(vault: SecretPort): Promise<Attempt<string | null>> {
  try {
    return succeed(await vault.get(TILL_SECRET));
  } catch (error) {
    return fail(explainVault(error));
  }
}

/** A practice till that was connected by its own key before keeps that for its staff's desk. */
function findStaffKey(before: string | null, till: TillConnection | null, grant: TillGrant): string | null {
  const isSame = till?.apiUrl === grant.apiUrl && isPracticeUrl(grant.apiUrl ?? '');
  return isSame ? readStaffKey(before) : null;
}

export function readStaffKey(kept: string | null): string | null {
  if (kept === null) return null;
  const secret = readTillSecret(kept);
  return secret.kind === 'token' ? secret.token : secret.grant.staffKey;
}

/** A permission may have been given or taken since; what gives no answer leaves what is known. */
export async function refreshTill(
  deps: ConnectionDeps,
  kept: KeptConnections,
  tokens: TillTokens,
): Promise<void> {
  const known = kept.readTill();
  const opened = known && (await openToken(deps, known, tokens));
  if (!known || !opened?.ok) return;
  const token = typeof opened.value === 'string' ? opened.value : await takeToken(opened.value);
  if (token === null) return;
  const { environment, apiUrl, merchant } = known;
  const { merchantId } = merchant;
  const isGranted = known.login !== undefined;
  const checked = await deps.connectors.checkTill({ environment, apiUrl, merchantId, token }, isGranted);
  // Somebody may have disconnected meanwhile.
  if (checked.kind !== 'done' || kept.readTill()?.merchant.merchantId !== merchantId) return;
  const { permissions, warnings } = checked.value;
  deps.ledger.meta.put(TILL_META, JSON.stringify({ ...known, permissions, warnings }));
}

async function takeToken(source: TokenSource): Promise<string | null> {
  const token = await source.take();
  return token.kind === 'done' ? token.value : null;
}

/** An API token as it is; of a log-in what renews itself. */
export async function openToken(
  deps: ConnectionDeps,
  connection: TillConnection,
  tokens: TillTokens,
): Promise<Attempt<string | TokenSource>> {
  const kept = await readSecret(deps, TILL_SECRET);
  if (!kept.ok) return kept;
  const secret = readTillSecret(kept.value);
  return succeed(secret.kind === 'token' ? secret.token : tokens.openSource(connection));
}

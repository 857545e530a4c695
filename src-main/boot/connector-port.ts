import { CLOVER_LIMITS } from '../connectors/clover/clover-client.ts';
import { checkCloverConnection } from '../connectors/clover/clover-connection.ts';
import { CLOVER_ENVIRONMENTS, findCloverEnvironment } from '../connectors/clover/clover-environments.ts';
import { type CloverOauth, createCloverOauth } from '../connectors/clover/clover-oauth.ts';
import { createCloverTill } from '../connectors/clover/clover-till.ts';
import type { HttpDeps } from '../connectors/http.ts';
import { askFirst } from '../connectors/permit-gate.ts';
import { createRateGate } from '../connectors/rate-limit.ts';
import { type MeteredGate, meterGate } from '../connectors/use-meter.ts';
import { type AddOnMemory, createAddOnMemory } from '../connectors/woo/modifiers/add-on-memory.ts';
import { isLoopback } from '../connectors/woo/store-address.ts';
import type { WooAuthStyle } from '../connectors/woo/woo-client.ts';
import { checkStoreConnection } from '../connectors/woo/woo-connection.ts';
import { createStockMemory, type StockMemory } from '../connectors/woo/woo-stock.ts';
import { createWooStore } from '../connectors/woo/woo-store.ts';
import { createFailure, type Failure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import { bindTimers } from '../engine/bound-timers.ts';
import type { ConnectorPort, GrantPlace, GrantPort } from '../engine/connections.ts';

import type { HubCore } from '../engine/hub/hub-core.ts';

/** The documented limit of one token (clover.md 4); we stay below it. */
const CLOVER_CALLS_A_SECOND = 16;
const STYLES: readonly WooAuthStyle[] = ['basic', 'query', 'oauth1'];

const refuse = (failure: Failure): Outcome<never> => ({ kind: 'rejected', failure, status: 0 });

/**
 * Makes ports of the two connectors, with this machine's network behind them.
 * @param findHold why the till and the store are only read at present; tokens are renewed all the same
 */
export function createConnectorPort(
  machine: HttpDeps,
  version: string,
  { lease, purse }: Pick<HubCore, 'lease' | 'purse'>,
  findHold: () => Failure | null = () => null,
): ConnectorPort {
  const granting: HttpDeps = { ...machine, findWriteRefusal: lease.findRefusal };
  const deps: HttpDeps = { ...machine, findWriteRefusal: () => lease.findRefusal() ?? findHold() };
  const gates = new Map<string, MeteredGate>();
  const rememberStore = createStoreMemories(deps);
  const bind = (signal?: AbortSignal): HttpDeps => ({ ...deps, timers: bindTimers(deps.timers, signal) });
  const shareGate = (apiUrl: string, merchantId: string): MeteredGate => {
    const key = `${apiUrl} ${merchantId}`;
    const gate =
      gates.get(key) ?? meterGate(createRateGate(deps, CLOVER_LIMITS), deps.clock, CLOVER_CALLS_A_SECOND);
    gates.set(key, gate);
    return gate;
  };
  return {
    grants: createGrantPort(granting, version),
    checkTill: async (credentials, isGranted = false) => {
      const address = readApiUrl(credentials);
      if (typeof address !== 'string') return refuse(address);
      const { environment, merchantId, token } = credentials;
      // A till given by its own address has no other regions to look in.
      const others =
        credentials.apiUrl === null && !isGranted
          ? CLOVER_ENVIRONMENTS.filter((it) => it.name !== environment)
          : [];
      const checked = await checkCloverConnection(
        {
          apiUrl: address,
          merchantId,
          token,
          version,
          environment,
          others,
          gate: shareGate(address, merchantId),
        },
        deps,
      );
      if (checked.kind !== 'done') return checked;
      const { facts: merchant, permissions, warnings } = checked.value;
      return {
        ...checked,
        value: { merchant, environment, apiUrl: credentials.apiUrl, permissions, warnings },
      };
    },
    checkStore: (credentials) => checkStore(credentials, version, deps),
    openTill: ({ environment, apiUrl, merchant }, token, signal, lane = 'catalog') => {
      const address = apiUrl ?? readEnvironmentUrl(environment);
      const { merchantId } = merchant;
      const gate = askFirst(shareGate(address, merchantId), (it) => purse.take(lane, it));
      return createCloverTill({ apiUrl: address, merchantId, token, version, gate }, bind(signal));
    },
    readTillUse: ({ environment, apiUrl, merchant }) =>
      shareGate(apiUrl ?? readEnvironmentUrl(environment), merchant.merchantId).readUsePercent(),
    openStore: ({ siteUrl, homeUrl, authStyle }, { key, secret }, known, addOns, signal) => {
      const style = STYLES.find((it) => it === authStyle);
      if (!siteUrl || !homeUrl || !style) throw new Error('the kept store connection is incomplete');
      const keys = { consumerKey: key, consumerSecret: secret };
      const access = { siteUrl, homeUrl, authStyle: style, ...keys };
      return createWooStore({ ...access, known, addOns, ...rememberStore(siteUrl), version }, bind(signal));
    },
  };
}

async function checkStore(
  credentials: Parameters<ConnectorPort['checkStore']>[0],
  version: string,
  deps: HttpDeps,
): ReturnType<ConnectorPort['checkStore']> {
  const checked = await checkStoreConnection(
    { url: credentials.url, consumerKey: credentials.key, consumerSecret: credentials.secret, version },
    deps,
  );
  if (checked.kind !== 'done') return checked;
  const { facts: store, warnings, siteUrl, homeUrl, authStyle } = checked.value;
  return { ...checked, value: { store, warnings, access: { siteUrl, homeUrl, authStyle } } };
}

/** The calls about tokens, at the host of each grant's own environment. */
function createGrantPort(deps: HttpDeps, version: string): GrantPort {
  const opened = new Map<string, CloverOauth>();
  const ask = async <T>(
    place: GrantPlace,
    call: (oauth: CloverOauth) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> => {
    const apiUrl = readApiUrl(place);
    if (typeof apiUrl !== 'string') return refuse(apiUrl);
    const oauth = opened.get(apiUrl) ?? createCloverOauth({ apiUrl, version }, deps);
    opened.set(apiUrl, oauth);
    return call(oauth);
  };
  return {
    exchange: (place, app, code, verifier) => ask(place, (oauth) => oauth.exchange(app, code, verifier)),
    refresh: (place, app, token) => ask(place, (oauth) => oauth.refresh(app, token)),
    recover: (place, app, token) => ask(place, (oauth) => oauth.recover(app, token)),
  };
}

interface StoreMemories {
  readonly addOnMemory: AddOnMemory;
  readonly stockMemory: StockMemory;
}

/** What was found out about a store outlasts the connection that found it. */
function createStoreMemories({ clock }: HttpDeps): (siteUrl: string) => StoreMemories {
  const known = new Map<string, StoreMemories>();
  return (siteUrl) => {
    const memories = known.get(siteUrl) ?? {
      addOnMemory: createAddOnMemory(clock),
      stockMemory: createStockMemory(),
    };
    known.set(siteUrl, memories);
    return memories;
  };
}

function readEnvironmentUrl(name: string): string {
  const environment = findCloverEnvironment(name);
  if (!environment) throw new Error(`there is no Clover environment ${name}`);
  return environment.apiUrl;
}

/** The till's API address; plain http only to this computer, since the token travels with every call. */
function readApiUrl({ apiUrl, environment }: GrantPlace): string | Failure {
  if (apiUrl === null) return readEnvironmentUrl(environment);
  if (!URL.canParse(apiUrl)) return createFailure('NET_BAD_URL', { url: apiUrl.slice(0, 80) });
  const url = new URL(apiUrl);
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return createFailure('NET_PLAIN_HTTP', { host: url.host });
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return createFailure('NET_BAD_URL', { url: url.host });
  return url.origin;
}

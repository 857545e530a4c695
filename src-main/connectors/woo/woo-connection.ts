import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { StoreFacts } from '../../domain/store-catalog.ts';
import type { HttpDeps, HttpPatience } from '../http.ts';
import { reject, succeed } from '../outcomes.ts';
import { findSite, type Site } from './site-probe.ts';
import { readStoreAddress } from './store-address.ts';
import { PRODUCTS } from './woo-catalog.ts';
import { createWooClient, type WooAccess, type WooAuthStyle, type WooClient } from './woo-client.ts';
import { readStoreFacts } from './woo-facts.ts';

export interface StoreCheck {
  /** As the person typed it. */
  readonly url: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly version: string;
}

/** A shop that was reached, with what `createWooStore` needs besides the keys. */
export interface StoreConnection {
  readonly siteUrl: string;
  readonly homeUrl: string;
  readonly authStyle: WooAuthStyle;
  readonly facts: StoreFacts;
  /** What works less well than it could; the connection stands. */
  readonly warnings: readonly Failure[];
}

/** Someone is waiting in front of the window. */
const PATIENCE: HttpPatience = { readTries: 2, readTimeoutMs: 20_000, writeTimeoutMs: 20_000 };

/**
 * Finds the shop at an address, how it takes the keys, that they may read and write, and its facts.
 * Failures: NET_BAD_URL, NET_PLAIN_HTTP (both before any request), WOO_NO_REST, WOO_PLAIN_PERMALINKS,
 * WOO_NOT_INSTALLED, WOO_KEYS_REFUSED, WOO_SECRET_WRONG, WOO_READ_ONLY, WOO_ROLE_TOO_LOW and the network's.
 */
export async function checkStoreConnection(
  check: StoreCheck,
  deps: HttpDeps,
): Promise<Outcome<StoreConnection>> {
  const address = readStoreAddress(check.url);
  if (!address.ok) return { kind: 'rejected', failure: address.failure, status: 0 };
  const keys = { ...check, siteUrl: address.siteUrl };
  const found = await findSite(address.siteUrl, (siteUrl) => createClient({ ...keys, siteUrl }, deps), deps);
  if (found.kind !== 'done') return found;
  const site = found.value;
  const entry = await findEntry({ ...keys, siteUrl: site.siteUrl }, site, address.isSecure, deps);
  if (entry.kind !== 'done') return entry;
  const { client, access } = entry.value;
  // A key that may read says nothing about writing; an empty batch changes nothing (woocommerce.md 2).
  const write = await client.post(`${PRODUCTS}/batch`, {});
  if (write.kind !== 'done') return write;
  const facts = await readStoreFacts(client, site.siteUrl, site.index);
  if (facts.kind !== 'done') return facts;
  const { siteUrl, homeUrl = siteUrl, authStyle } = access;
  return succeed({ siteUrl, homeUrl, authStyle, facts: facts.value, warnings: [] }, facts.requestId);
}

type Keys = Omit<WooAccess, 'authStyle' | 'homeUrl'>;

const createClient = (access: Keys & Partial<WooAccess>, deps: HttpDeps): WooClient =>
  createWooClient({ authStyle: 'basic', ...access }, deps, PATIENCE);

interface Entry {
  readonly access: WooAccess;
  readonly client: WooClient;
}

/** Tries the ways the keys can travel, the better first. */
async function findEntry(keys: Keys, site: Site, isSecure: boolean, deps: HttpDeps): Promise<Outcome<Entry>> {
  const homeUrl = site.index?.homeUrl || site.siteUrl;
  const styles: readonly WooAuthStyle[] = isSecure ? ['basic', 'query'] : ['oauth1'];
  let refusal: OutcomeFailure = reject('WOO_KEYS_REFUSED', 401);
  for (const authStyle of styles) {
    const access: WooAccess = { ...keys, homeUrl, authStyle };
    const client = createClient(access, deps);
    const read = await client.get(PRODUCTS, { per_page: 1, _fields: 'id' });
    if (read.kind === 'done' && Array.isArray(read.value.json))
      return succeed({ access, client }, read.requestId);
    refusal = read.kind === 'done' ? reject('WOO_NO_REST', 200) : read;
    // An unknown key and a server that drops the header look alike: both are nobody (woocommerce.md 2).
    if (refusal.failure.code !== 'WOO_KEYS_REFUSED') return refusal;
  }
  return refusal.kind === 'authLost'
    ? refusal
    : { kind: 'authLost', failure: createFailure('WOO_KEYS_REFUSED') };
}

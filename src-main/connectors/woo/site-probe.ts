import type { Failure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { createHttpClient, type HttpDeps } from '../http.ts';
import type { ServiceRules } from '../http-rules.ts';
import { reject, succeed } from '../outcomes.ts';
import { createRateGate } from '../rate-limit.ts';
import type { WooClient } from './woo-client.ts';
import { readSiteIndex, type SiteIndex } from './woo-facts.ts';

/** A site whose REST API answers. */
export interface Site {
  readonly siteUrl: string;
  /** null where guests may not read it; the keys may still open the rest. */
  readonly index: SiteIndex | null;
}

/** `www` added or taken away, or a page of the site instead of its root: not more than these two. */
const MOST_MOVES = 2;

/**
 * Finds the REST API of the site at an address and that WooCommerce is in it. Follows a redirect to the same
 * name with or without `www`, and the site's own word on where its API is.
 */
export async function findSite(
  siteUrl: string,
  createClient: (siteUrl: string) => WooClient,
  deps: HttpDeps,
): Promise<Outcome<Site>> {
  let current = siteUrl;
  for (let moves = 0; ; moves += 1) {
    const index = await readSiteIndex(createClient(current));
    if (index.kind === 'done' && index.value !== null) return admit(current, index.value);
    // WordPress refuses guests in its own words: the API is there.
    if (isClosedToGuests(index)) return succeed({ siteUrl: current, index: null }, '');
    if (index.kind !== 'done' && index.kind !== 'rejected' && !isMoved(index)) return index;
    const moved = isMoved(index) ? followWww(current, index.failure) : await readApiRoot(current, deps);
    if (moved === 'plain') return reject('WOO_PLAIN_PERMALINKS', 404);
    if (moved === null || moved === current || moves >= MOST_MOVES) {
      return index.kind === 'done' ? reject('WOO_NO_REST', 200) : index;
    }
    current = moved;
  }
}

function admit(siteUrl: string, index: SiteIndex): Outcome<Site> {
  const hasWoo = index.namespaces.includes('wc/v3');
  return hasWoo ? succeed({ siteUrl, index }, '') : reject('WOO_NOT_INSTALLED', 200, { site: index.name });
}

const isClosedToGuests = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'authLost' || (outcome.kind === 'rejected' && outcome.failure.facts.reason !== undefined);

const isMoved = (outcome: Outcome<unknown>): outcome is Extract<typeof outcome, { kind: 'retryAfter' }> =>
  outcome.kind === 'retryAfter' && outcome.failure.code === 'NET_CAPTIVE_PORTAL';

/** @returns the site under its other name; null when the redirect leads somewhere else altogether */
function followWww(siteUrl: string, { facts }: Failure): string | null {
  const url = new URL(siteUrl);
  const target = String(facts.location ?? '');
  const bare = (host: string): string => host.replace(/^www\./, '');
  if (target === url.host || bare(target) !== bare(url.host)) return null;
  return `${url.protocol}//${target}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * Asks the home page where the API is (woocommerce.md 2): a header names it, in the form that only plain
 * permalinks have, or as the root of a site of which the address was a mere page.
 */
async function readApiRoot(siteUrl: string, deps: HttpDeps): Promise<string | 'plain' | null> {
  const http = createHttpClient(deps, {
    gate: createRateGate(deps, { inFlight: 1 }),
    rules: PAGE_RULES,
    readTries: 2,
  });
  const page = await http.send({ method: 'HEAD', prepare: () => ({ url: `${siteUrl}/`, headers: {} }) });
  if (page.kind !== 'done') return null;
  const link = /<([^>]*)>;\s*rel="?https:\/\/api\.w\.org\/"?/.exec(page.value.headers.link ?? '')?.[1] ?? '';
  if (/[?&]rest_route=/.test(link)) return 'plain';
  const root = /^(.*)\/wp-json\/?$/.exec(link)?.[1] ?? '';
  const isOurs = URL.canParse(root) && new URL(root).origin === new URL(siteUrl).origin;
  return isOurs ? root.replace(/\/index\.php$/, '') : null;
}

const PAGE_RULES: ServiceRules = {
  codes: { limited: 'WOO_LIMITED', failing: 'WOO_FAILING', refused: 'WOO_REFUSED', page: 'WOO_NO_REST' },
  hasPages: true,
  classify: () => null,
  readLimitDelayMs: () => 1_000,
  requestIdHeader: 'x-request-id',
};

import type { TokenPermissions } from '../tokens.ts';

/** How a developer has registered an app; the requested permissions are fixed once a merchant installs it. */
export interface AppRegistration {
  readonly name: string;
  /** Where `redirect_uri` must lie or below; also what it is when nobody sends one (clover.md 2.5). */
  siteUrl: string;
  /** Whether `http://127.0.0.1:PORT/...` is a redirect too: nowhere documented, so it can be both. */
  allowsLoopback: boolean;
  /** Taken over by a merchant when it installs the app; a change asks for a new install (clover.md 2.7). */
  permissions: TokenPermissions;
}

/** What Clover does with tokens where nobody has published it (clover.md 2.2, 2.3). */
export interface OauthAnswers {
  codeLifetimeMs: number;
  accessLifetimeMs: number;
  refreshLifetimeMs: number;
  /** Live refresh tokens of the app at the merchant; one more kills the oldest. */
  refreshTokenCap: number;
  /** Whether `state` comes back at the redirect. */
  stateEcho: 'echoed' | 'dropped';
  /** Whether the redirect names an employee, as the legacy flow did. */
  employeeId: 'sent' | 'absent';
  /** What becomes of the old access token at a refresh. */
  oldAccessToken: 'lives' | 'dies';
  /** What a merchant's "Deny" leads to: the redirect with `error=access_denied`, or a page of Clover. */
  denial: 'redirect' | 'page';
  /** The status of a refused refresh. */
  refusedRefresh: 400 | 401;
}

/** What webhooks do where nobody has published it (clover.md 9.3, 9.4), and what may go wrong on their way. */
export interface WebhookAnswers {
  /** `single`: topic I tells of stock and availability too, as before 2026; `split`: IS and IA do. */
  inventoryTopics: 'single' | 'split';
  /** When a sale tells of the stock it took (clover.md 9.3: only below the threshold). */
  saleStock: 'never' | 'threshold' | 'always';
  /** The data of IS and IA beside `type`: its names are unpublished. */
  stockPayload: 'rich' | 'bare';
  /** How long events are collected for one POST. */
  batchMs: number;
  /** Attempts after one that failed; unpublished. */
  retries: number;
  retryDelayMs: number;
  timeoutMs: number;
  /** Chances from 0 to 1, of each POST. */
  lossRate: number;
  duplicateRate: number;
  /** Of a POST's events being shuffled and the POST held back, so that a later one passes it. */
  reorderRate: number;
  /** Every POST comes this much late. */
  delayMs: { readonly least: number; readonly most: number };
}

/** The registration of a desktop app whose page is on the web, with all that Tillbridge asks for. */
export const PRACTICE_REGISTRATION: AppRegistration = {
  name: 'Practice App',
  siteUrl: 'https://app.practice.invalid/clover',
  allowsLoopback: true,
  permissions: { inventory: 'rw', orders: 'rw', payments: 'rw', customers: 'rw', merchant: 'r' },
};

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What was seen, or is most likely (clover.md 2.3). */
export const OAUTH_ANSWERS: OauthAnswers = {
  codeLifetimeMs: 10 * MINUTE_MS,
  accessLifetimeMs: 30 * MINUTE_MS,
  refreshLifetimeMs: 365 * DAY_MS,
  refreshTokenCap: 10,
  stateEcho: 'echoed',
  employeeId: 'absent',
  oldAccessToken: 'lives',
  denial: 'redirect',
  refusedRefresh: 401,
};

/** No faults, a short window, two retries. */
export const WEBHOOK_ANSWERS: WebhookAnswers = {
  inventoryTopics: 'split',
  saleStock: 'threshold',
  stockPayload: 'rich',
  batchMs: 50,
  retries: 2,
  retryDelayMs: 1000,
  timeoutMs: 10_000,
  lossRate: 0,
  duplicateRate: 0,
  reorderRate: 0,
  delayMs: { least: 0, most: 0 },
};

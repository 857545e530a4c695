import { randomBytes, randomUUID } from 'node:crypto';
import type { PracticeClock } from '../../clock.ts';
import type { OauthAnswers } from '../app/app-options.ts';

/** Access tokens alive at once; one more ends the oldest. */
const MAX_ACCESS_TOKENS = 10_000;
/** How long the refresh token before the current one can be exchanged once more (clover.md 2.3). */
const RECOVERY_MS = 14 * 24 * 60 * 60_000;

/** `secret`: an app that keeps one, the only kind that can recover a lost pair (clover.md 2.3). */
export type Trust = 'pkce' | 'secret';

/** Times in Unix milliseconds. */
export interface TokenPair {
  readonly access: { readonly token: string; readonly expiresMs: number };
  readonly refresh: { readonly token: string; readonly expiresMs: number } | undefined;
}

interface RefreshRow {
  readonly token: string;
  readonly trust: Trust;
  readonly accessToken: string;
  /** The one it came from. */
  readonly previous: string | undefined;
  readonly issuedMs: number;
  readonly expiresMs: number;
}

/** The tokens of the app at this merchant. */
export interface TokenBook {
  issue(trust: Trust, hasRefresh?: boolean): TokenPair;
  /** Exchanges a refresh token, which dies by it; undefined where it is dead already. */
  refresh(token: string): TokenPair | undefined;
  /** Exchanges the token before the current one, while that was never used; undefined where it is too late. */
  recover(previous: string): TokenPair | undefined;
  hasAccess(token: string): boolean;
  clear(): void;
}

/** An empty book; `answers` may be turned while it is in use. */
export function createTokenBook(clock: PracticeClock, answers: OauthAnswers): TokenBook {
  const accesses = new Map<string, number>();
  const refreshes = new Map<string, RefreshRow>();
  const issue = (trust: Trust, hasRefresh: boolean, previous?: string): TokenPair => {
    const nowMs = clock.nowMs();
    const access = {
      token: randomBytes(32).toString('base64url'),
      expiresMs: nowMs + answers.accessLifetimeMs,
    };
    accesses.set(access.token, access.expiresMs);
    dropOldest(accesses, MAX_ACCESS_TOKENS);
    if (!hasRefresh) return { access, refresh: undefined };
    const row = {
      token: randomUUID(),
      trust,
      accessToken: access.token,
      previous,
      issuedMs: nowMs,
      expiresMs: nowMs + answers.refreshLifetimeMs,
    };
    refreshes.set(row.token, row);
    dropOldest(refreshes, answers.refreshTokenCap);
    return { access, refresh: row };
  };
  const exchange = (row: RefreshRow): TokenPair => {
    refreshes.delete(row.token);
    if (answers.oldAccessToken === 'dies') accesses.delete(row.accessToken);
    return issue(row.trust, true, row.token);
  };
  return {
    issue: (trust, hasRefresh = true) => issue(trust, hasRefresh),
    refresh: (token) => {
      const row = refreshes.get(token);
      return row && clock.nowMs() < row.expiresMs ? exchange(row) : undefined;
    },
    recover: (previous) => {
      const row = [...refreshes.values()].find((candidate) => candidate.previous === previous);
      const isIn = row?.trust === 'secret' && clock.nowMs() < row.issuedMs + RECOVERY_MS;
      return row && isIn ? exchange(row) : undefined;
    },
    hasAccess: (token) => clock.nowMs() < (accesses.get(token) ?? 0),
    clear: () => {
      accesses.clear();
      refreshes.clear();
    },
  };
}

function dropOldest(rows: Map<string, unknown>, most: number): void {
  const [oldest] = rows.keys();
  if (rows.size > most && oldest !== undefined) rows.delete(oldest);
}

import { createFailure } from '../../src-main/domain/failure.ts';
import type { Outcome } from '../../src-main/domain/outcome.ts';
import type { TillConnection } from '../../src-main/engine/face.ts';
import type { SecretPort } from '../../src-main/engine/ports.ts';
import type { GrantPort, TillGrant, TokenPair } from '../../src-main/engine/till-grant.ts';
import { TILL_SECRET } from '../../src-main/engine/till-grant-shelf.ts';
import { createTillTokens, type TillTokens } from '../../src-main/engine/till-tokens.ts';
import { createManualTime, type ManualTime } from './manual-time.ts';

const LIFE_MS = 30 * 60_000;
const YEAR_MS = 365 * 24 * 60 * 60_000;

/** The program ended here: nothing after this step happened. */
export class Crash extends Error {}

export interface TokenRig {
  readonly time: ManualTime;
  /** What was asked of Clover, in order. */
  readonly asked: string[];
  /** What people were told. */
  readonly told: string[];
  readonly connection: TillConnection;
  readonly meta: Map<string, string>;
  readonly vault: Map<string, string>;
  /** Whether Clover would take this access token now. */
  isLive(access: string): boolean;
  /** Takes the app away: no token of it is good any more. */
  uninstall(): void;
  /** What the next call about tokens meets; `null`: nothing. */
  fault: 'lost' | 'unreached' | null;
  /** The keeper of a program that starts now, on what an earlier one left. */
  open(): TillTokens;
  /** Every lasting step counts down; at 0 the program is gone. */
  crashAfter(steps: number): void;
  /** False: the count never came to its end, so nothing crashed. */
  hasCrashed(): boolean;
  vaultTrouble: Error | null;
}

/** The keeper of tokens on a Clover in memory, whose refresh tokens are good once, and on stores that outlast a crash. */
export function createTokenRig(secret: string | null = null): TokenRig {
  const time = createManualTime();
  const nowMs = (): number => time.clock.nowMs();
  const [meta, vault] = [new Map<string, string>(), new Map<string, string>()];
  const [live, previous] = [new Map<string, number>(), new Map<string, string>()];
  const refreshable = new Set<string>();
  let [count, left] = [0, Number.POSITIVE_INFINITY];
  const make = (): TokenPair => {
    count += 1;
    live.set(`access-${count}`, nowMs() + LIFE_MS);
    refreshable.add(`refresh-${count}`);
    const ends = { accessEndsMs: nowMs() + LIFE_MS, refreshEndsMs: nowMs() + YEAR_MS };
    return { access: `access-${count}`, refresh: `refresh-${count}`, ...ends };
  };
  const step = <T>(work: () => T): T => {
    if (left <= 0) throw new Crash();
    left -= 1;
    const done = work();
    if (left <= 0) throw new Crash();
    return done;
  };
  const call = async (name: string, work: () => TokenPair | null): Promise<Outcome<TokenPair>> => {
    rig.asked.push(name);
    // A network has its time, so that others ask meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 1));
    const { fault } = rig;
    rig.fault = null;
    const failure = createFailure('NET_TIMED_OUT');
    if (fault === 'unreached') return { kind: 'retryAfter', delayMs: 0, failure };
    const pair = step(work);
    if (fault === 'lost') return { kind: 'unknown', failure };
    if (!pair) return { kind: 'authLost', failure: createFailure('CLOVER_LOGIN_LOST') };
    return { kind: 'done', value: pair, requestId: '' };
  };
  const exchange = (token: string): TokenPair => {
    refreshable.delete(token);
    const pair = make();
    previous.set(token, pair.refresh ?? '');
    return pair;
  };
  const grants: GrantPort = {
    exchange: async () => Promise.reject(new Error('nobody logs in here')),
    refresh: (_place, _app, token) =>
      call('refresh', () => (refreshable.has(token) ? exchange(token) : null)),
    recover: (_place, _app, token) =>
      call('recover', () => {
        const lost = previous.get(token) ?? '';
        return refreshable.has(lost) ? exchange(lost) : null;
      }),
  };
  const connection = readConnection();
  const first: TillGrant = {
    app: { id: 'APP', secret },
    tokens: make(),
    obtainedMs: nowMs(),
    merchantId: connection.merchant.merchantId,
    environment: connection.environment,
    apiUrl: connection.apiUrl,
    staffKey: null,
  };
  vault.set(TILL_SECRET, JSON.stringify(first));
  const secrets: SecretPort = {
    get: async (name) => vault.get(name) ?? null,
    set: async (name, value) => {
      if (rig.vaultTrouble) throw rig.vaultTrouble;
      step(() => void vault.set(name, value));
    },
    remove: async (name) => void vault.delete(name),
  };
  const rig: TokenRig = {
    time,
    asked: [],
    told: [],
    connection,
    meta,
    vault,
    fault: null,
    vaultTrouble: null,
    isLive: (access) => nowMs() < (live.get(access) ?? 0),
    uninstall: () => {
      live.clear();
      refreshable.clear();
    },
    crashAfter: (steps) => {
      left = steps;
    },
    hasCrashed: () => left <= 0,
    open: () => {
      left = left <= 0 ? Number.POSITIVE_INFINITY : left;
      return createTillTokens({
        ledger: {
          meta: {
            get: (key) => meta.get(key) ?? null,
            put: (key, value) => step(() => void meta.set(key, value)),
            remove: (key) => step(() => void meta.delete(key)),
          },
          transaction: (work) => work(),
        },
        clock: time.clock,
        timers: time.timers,
        random: { fraction: () => 0.5 },
        grants,
        openVault: async () => ({ ok: true, value: secrets }),
        readTill: () => connection,
        workAlone: (work) => work(),
        onLost: (failure) => void (failure && rig.told.push(String(failure.facts.reason))),
      });
    },
  };
  return rig;
}

const readConnection = (): TillConnection => ({
  merchant: {
    merchantId: 'MERCHANT00001',
    name: 'Shop',
    currency: 'USD',
    timezone: 'America/New_York',
    country: 'US',
    pricesIncludeTax: false,
    tracksStock: true,
    updatesStock: true,
  },
  environment: 'na',
  apiUrl: null,
  permissions: {},
  warnings: [],
  login: { appId: 'APP' },
});

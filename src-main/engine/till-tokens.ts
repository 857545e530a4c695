import type { Outcome } from '../domain/outcome.ts';
import type { Attempt } from './attempt.ts';
import type { TillConnection, TillLoginFacts } from './face.ts';
import type { Ledger } from './ledger-ports.ts';
import type { Random, SecretPort, Timers, TokenSource } from './ports.ts';
import type { TillGrant } from './till-grant.ts';
import { createGrantShelf, type GrantShelf } from './till-grant-shelf.ts';
import { createLoginRecord, type LoginRecord } from './till-login-record.ts';
import { createRenewer, type RenewalDeps, type Renewer } from './till-renewal.ts';

const MINUTE_MS = 60_000;
/** A token is renewed so long before its end, or at the last quarter of a short life. */
const RENEW_BEFORE_MS = 2 * MINUTE_MS;
/** The task that renews in good time runs every 15 to 25 minutes; a token lives 30 (clover.md 2.3). */
const TASK_LEAST_MS = 15 * MINUTE_MS;
const TASK_SPREAD_MS = 10 * MINUTE_MS;
/** Refused again so soon after it was renewed, age is not the reason: a permission is missing. */
const YOUNG_MS = 10 * MINUTE_MS;
/** A program that ends waits no longer for Clover. */
const LONGEST_FAREWELL_MS = 10_000;

export interface TillTokenDeps extends RenewalDeps {
  readonly ledger: Pick<Ledger, 'meta' | 'transaction'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly random: Pick<Random, 'fraction'>;
  readonly openVault: () => Promise<Attempt<SecretPort>>;
  readonly readTill: () => TillConnection | null;
}

/** Keeps the tokens of a till that was connected through Clover's page, one renewal at a time. */
export interface TillTokens {
  /** For this connection; it ends with it. */
  openSource(connection: TillConnection): TokenSource;
  readFacts(): TillLoginFacts | null;
  /** Takes over what a new log-in gave; the vault has it already. */
  adopt(grant: TillGrant): void;
  /** Waits for a renewal under way and forgets what was kept: the connection is about to change. */
  forget(): Promise<void>;
  /** Begins to renew in good time, as long as the till is connected through Clover's page. */
  start(): void;
  /** Waits a moment for a renewal under way: an answer that nobody keeps would cost the log-in. */
  close(): Promise<void>;
}

/** Creates the keeper; the vault is opened when a token is first asked for. */
export function createTillTokens(deps: TillTokenDeps): TillTokens {
  const record = createLoginRecord(deps.ledger);
  const shelf = createGrantShelf(deps.openVault, record);
  const renewer = createRenewer(deps, shelf, record);
  const task = createTask(deps, () => renewInGoodTime(deps, record, renewer));
  return {
    openSource: createSources(deps, shelf, record, renewer),
    readFacts: () => (deps.readTill()?.login ? record.readFacts() : null),
    adopt: (grant) => {
      shelf.adopt(grant);
      task.start();
    },
    forget: async () => {
      task.stop();
      await renewer.rest();
      shelf.clear();
      record.forget();
      deps.onLost(null);
    },
    start: () => {
      if (deps.readTill()?.login) task.start();
    },
    close: async () => {
      task.stop();
      await waitAtMost(LONGEST_FAREWELL_MS, renewer.rest(), deps.timers);
    },
  };
}

function createSources(
  { clock }: TillTokenDeps,
  shelf: GrantShelf,
  record: LoginRecord,
  renewer: Renewer,
): TillTokens['openSource'] {
  let cured: { readonly access: string; readonly atMs: number } | null = null;
  const take = async (connection: TillConnection): Promise<Outcome<string>> => {
    const loaded = await shelf.load(connection);
    if (loaded.kind !== 'done') return loaded;
    const { tokens } = loaded.value;
    const isAlive = (): boolean => clock.nowMs() < tokens.accessEndsMs;
    if (clock.nowMs() < tokens.accessEndsMs - readMarginMs(loaded.value)) return done(tokens.access);
    const lost = record.readFacts()?.lost ?? null;
    const renewed: Outcome<string> = lost ? { kind: 'authLost', failure: lost } : await renewer.renew();
    // The network may be slow to come back: what still lives is used to its end.
    return renewed.kind !== 'done' && isAlive() ? done(tokens.access) : renewed;
  };
  const renew = async (connection: TillConnection, refused: string): Promise<Outcome<string>> => {
    const loaded = await shelf.load(connection);
    if (loaded.kind !== 'done') return loaded;
    const { access } = loaded.value.tokens;
    if (access !== refused) return done(access);
    if (cured?.access === access && clock.monotonicMs() - cured.atMs < YOUNG_MS) return done(access);
    const lost = record.readFacts()?.lost ?? null;
    if (lost) return { kind: 'authLost', failure: lost };
    const renewed = await renewer.renew();
    if (renewed.kind === 'done') cured = { access: renewed.value, atMs: clock.monotonicMs() };
    return renewed;
  };
  return (connection) => ({
    take: () => take(connection),
    renew: (refused) => renew(connection, refused),
    refusal: 'CLOVER_LOGIN_WITHDRAWN',
  });
}

const done = (value: string): Outcome<string> => ({ kind: 'done', value, requestId: '' });

const readMarginMs = ({ tokens, obtainedMs }: TillGrant): number =>
  Math.min(RENEW_BEFORE_MS, Math.max(0, tokens.accessEndsMs - obtainedMs) / 4);

/** Renews what would end before this is done the next time; does nothing while the till is not connected so. */
async function renewInGoodTime(
  { clock, readTill }: TillTokenDeps,
  record: LoginRecord,
  renewer: Renewer,
): Promise<void> {
  const facts = record.readFacts();
  if (!readTill()?.login || !facts || facts.lost) return;
  const leftMs = facts.accessEndsMs - clock.nowMs();
  if (leftMs <= TASK_LEAST_MS + TASK_SPREAD_MS + RENEW_BEFORE_MS) await renewer.renew();
}

function waitAtMost(delayMs: number, work: Promise<void>, timers: Pick<Timers, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    const timer = timers.after(delayMs, resolve);
    const end = (): void => {
      timer.cancel();
      resolve();
    };
    work.then(end, end);
  });
}

/** Runs the work again and again, until it is stopped. */
function createTask(
  { timers, random }: Pick<TillTokenDeps, 'timers' | 'random'>,
  work: () => Promise<void>,
): { start(): void; stop(): void } {
  let alarm: { cancel(): void } | null = null;
  const set = (): void => {
    alarm = timers.after(TASK_LEAST_MS + random.fraction() * TASK_SPREAD_MS, () => {
      set();
      work().catch((error: unknown) => {
        // Without its data file, what was not waited for has nothing left to do.
        if (alarm) throw error;
      });
    });
  };
  return {
    start: () => {
      if (!alarm) set();
    },
    stop: () => {
      alarm?.cancel();
      alarm = null;
    },
  };
}

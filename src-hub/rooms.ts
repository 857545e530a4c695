import type { FastifyInstance } from 'fastify';
import { registerOauthBounce } from './oauth-bounce/register-oauth-bounce.ts';
import { createHeartbeatBook } from './ops/heartbeat-book.ts';
import { createMailer } from './ops/mailer.ts';
import { createOperatorMail, DISK_FAILS, MANY_REFUSED } from './ops/operator-mail.ts';
import { createOutageBook } from './ops/outage-book.ts';
import { createOutageWatch } from './ops/outage-watch.ts';
import { registerOps } from './ops/register-ops.ts';
import { createReportBook } from './ops/report-book.ts';
import { pruneOps } from './ops/retention.ts';
import type { Storage } from './storage.ts';
import { openTenants, type TenantDeps, type Tenants } from './tenants/open-tenants.ts';
import { registerTenants } from './tenants/routes/register-tenants.ts';
import { registerWcAuth } from './wc-auth/register-wc-auth.ts';

/** A code that the operator makes is good at once; a revoked device is out within 5 s (H8). */
const CHANGES_EVERY_MS = 1000;
/** In small parts: a hint waits while a part is written, and each is a page of its own on the disk (H2). */
const FLUSH_EVERY_MS = 1000;
const FLUSHED_AT_ONCE = 25;
const WATCH_EVERY_MS = 60_000;
const PRUNE_EVERY_MS = 3600_000;

export interface RoomDeps extends TenantDeps, Pick<Storage, 'log' | 'approvals' | 'placement' | 'scrub'> {
  /** Where the hub is reached from outside, without a slash at the end. */
  readonly publicUrl: string;
  /** Null: outages are logged and shown, not mailed. */
  readonly mail: {
    readonly smtpUrl: string;
    readonly from: string;
    /** Where the operator is told that the disk fails. */
    readonly operator?: string | null;
  } | null;
  /** A line for the operator's log; with ids, never with names. */
  readonly tellOperator: (what: string, shopId: string | null) => void;
}

/** Everything of the hub but ingest and relay: tenants, approvals, the bounce page, and what watches over them. */
export interface Rooms extends Tenants {
  register(app: FastifyInstance): void;
  /** Begins the recurring work. */
  start(): void;
  /** Ends it and writes down what is only in memory; that this failed is told. The database stays open. */
  stop(): Promise<void>;
  /** One round of the outage watch; resolves when its mail is out. */
  watchOnce(): Promise<void>;
  pruneOnce(): Promise<void>;
  /** Mails the operator that the disk fails, once an hour. */
  tellDiskFails(): Promise<void>;
  /** Mails the operator that deliveries are refused, once an hour. */
  tellRefusals(): Promise<void>;
}

/** @throws HubFailure KEY_CHANGED */
export async function openRooms(deps: RoomDeps): Promise<Rooms> {
  const { sql, log, approvals, placement, scrub, publicUrl, nowMs, tellOperator } = deps;
  const tenants = await openTenants(deps);
  const { book, context, pairing } = tenants;
  const heartbeats = createHeartbeatBook(sql);
  const outages = createOutageBook(sql);
  const mailer = deps.mail && createMailer(deps.mail.smtpUrl, deps.mail.from);
  const mailDeps = { mailer, address: deps.mail?.operator ?? null, nowMs, tellOperator };
  const isOurs = (shopId: string): boolean => placement.findElsewhere(shopId) === null;
  const watch = await createOutageWatch({ book, heartbeats, outages, mailer, isOurs, tellOperator }, nowMs());
  const opsDeps = { sql, log, book, heartbeats, reports: createReportBook(sql), outages, scrub };

  const pruneOnce = async (): Promise<void> => {
    await pruneOps(sql, nowMs());
    await pairing.prune();
  };
  const watchOnce = (): Promise<void> => watch.check(nowMs());
  const recurring = createRecurring(deps, [
    { name: 'taking up changes', everyMs: CHANGES_EVERY_MS, work: tenants.takeUpChanges },
    { name: 'writing down times', everyMs: FLUSH_EVERY_MS, work: () => book.flush(FLUSHED_AT_ONCE) },
    { name: 'watching for outages', everyMs: WATCH_EVERY_MS, work: watchOnce },
    { name: 'deleting what is old', everyMs: PRUNE_EVERY_MS, work: pruneOnce },
  ]);

  return {
    ...tenants,
    register: (app) => {
      registerTenants(app, { ...tenants, log, publicUrl });
      registerWcAuth(app, { approvals, book, nowMs, publicUrl });
      registerOauthBounce(app);
      registerOps(app, { ...opsDeps, memory: context.memory, approvals, watch, nowMs });
    },
    start: recurring.start,
    stop: async () => {
      recurring.stop();
      // Another node may hold these rows, or the database be away: a node that is to stop stops all the same.
      await attempt(tellOperator, 'writing down times', () => book.flush());
    },
    watchOnce,
    pruneOnce,
    tellDiskFails: createOperatorMail(DISK_FAILS, mailDeps),
    tellRefusals: createOperatorMail(MANY_REFUSED, mailDeps),
  };
}

interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => void | Promise<void>;
}

/** What fails is told of. */
async function attempt(tell: RoomDeps['tellOperator'], name: string, work: Job['work']): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(`${name} failed: ${error instanceof Error ? error.message : 'unknown'}`, null);
  }
}

/** Each job again so long after it ended; one that fails is told of and tried again. */
function createRecurring({ after, tellOperator }: RoomDeps, jobs: readonly Job[]) {
  const alarms = new Map<string, { cancel(): void }>();
  let isStopped = false;
  const plan = (job: Job): void => {
    if (!isStopped)
      alarms.set(
        job.name,
        after(job.everyMs, () => void run(job)),
      );
  };
  const run = async (job: Job): Promise<void> => {
    await attempt(tellOperator, job.name, job.work);
    plan(job);
  };
  return {
    start: (): void => {
      for (const job of jobs) plan(job);
    },
    stop: (): void => {
      isStopped = true;
      for (const alarm of alarms.values()) alarm.cancel();
    },
  };
}

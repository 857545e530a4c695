import { createHash } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { createPostgresLog } from '../log/postgres-log.ts';
import { migratePostgres } from '../postgres/database.ts';
import { openPool } from '../postgres/pool.ts';
import { createPostgresSql } from '../postgres/postgres-sql.ts';
import type { HubTime } from '../runtime/time.ts';
import type { Storage } from '../storage.ts';
import { createListener } from './listener.ts';
import { createNodeTable, NODE_PACE, type NodePace } from './node-table.ts';
import { createObservedLeaseBook } from './observed-lease-book.ts';
import { createSharedApprovals } from './shared-approvals.ts';
import { createSharedGuessLimit } from './shared-guess-limit.ts';
import { createSharedQuota } from './shared-quota.ts';
import { createTenantChanges } from './tenant-changes.ts';
import { createWakeBus, nameChannel } from './wake-bus.ts';

export interface ClusterDeps {
  /** Of the hub as a whole. */
  readonly homeUrl: string;
  /** Where `LISTEN` reaches the database itself, past a pooler; the same address where there is none. */
  readonly listenUrl: string;
  readonly time: HubTime;
  readonly say: Pick<FastifyBaseLogger, 'warn'>;
  readonly makeBytes: (count: number) => Buffer;
  /** Tests wait less. */
  readonly pace?: NodePace | undefined;
}

const TENANTS = 'hub_tenants';
const NODES = 'hub_nodes';

/** Commits, reads and beats, each of which has a bounded number of statements under way. */
const MOST_FOR_LOG = 6;
/** What PCs and people ask for: leases, pairing. However many wait for these, deliveries do not. */
const MOST_FOR_ROOMS = 5;
const FAILURE_EVERY_MS = 1_000;

/** The same after every restart, so that a node gets back the shops that it had. */
const nameNode = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 16);

/**
 * What the nodes of a hub share: a PostgreSQL. Nothing is kept on the node itself.
 * @param nodeUrl where PCs reach this node; null for a process that is none, such as the operator's command
 * @throws HubFailure DATA_UNWRITABLE, DATA_TOO_NEW, CONFIG_WRONG
 */
export async function openClusterStorage(
  databaseUrl: string,
  nodeUrl: string | null,
  { time, say, makeBytes, homeUrl, listenUrl, pace = NODE_PACE }: ClusterDeps,
): Promise<Storage> {
  await migratePostgres(databaseUrl);
  const fail = createFailureLine(say, time);
  const pool = openPool(databaseUrl, { name: 'log', most: MOST_FOR_LOG }, fail);
  const roomsPool = openPool(databaseUrl, { name: 'rooms', most: MOST_FOR_ROOMS }, fail);
  const own = nodeUrl === null ? null : { id: nameNode(nodeUrl), url: nodeUrl };
  const processId = makeBytes(12).toString('hex');
  const nodes = createNodeTable(pool, time, { own, processId, homeUrl, pace, fail });
  const findChannel = (shopId: string): string | null => {
    const node = nodes.findNode(shopId);
    return node === null || node.id === own?.id ? null : nameChannel(node.id);
  };
  const bus = createWakeBus(pool, time, findChannel, fail);
  const changeListeners = new Set<() => void>();
  const tellChange = (): void => {
    for (const listener of changeListeners) listener();
  };
  const look = (): void => void nodes.look().catch(fail);
  const hear = (channel: string, payload: string): void => {
    if (channel === TENANTS) tellChange();
    else if (channel === NODES) look();
    else bus.hear(payload);
  };
  const channels = own === null ? [] : [nameChannel(own.id), TENANTS, NODES];
  const listener = createListener(listenUrl, channels, time, hear, () => {
    tellChange();
    look();
  });
  const log = createPostgresLog(pool, time, bus);
  const sql = createPostgresSql(roomsPool);
  if (own === null) await nodes.look(); // whose sockets are to be woken
  return {
    sql,
    log,
    placement: nodes.placement,
    findChanged: createTenantChanges(pool),
    onChanged: (told) => {
      changeListeners.add(told);
      return () => void changeListeners.delete(told);
    },
    openLeases: (context) => createObservedLeaseBook(roomsPool, context, time.monotonicMs),
    openGuesses: (context) => createSharedGuessLimit(roomsPool, context),
    shares: createSharedQuota(pool, processId, fail),
    approvals: createSharedApprovals(sql, time.nowMs, makeBytes),
    // Vacuum gives the room of deleted rows back; until it is used again, and in backups, their bytes remain.
    scrub: async () => undefined,
    join: async () => {
      await listener.start();
      await nodes.join();
    },
    leave: nodes.leave,
    close: async () => {
      nodes.stop();
      await listener.stop();
      await log.close();
      await Promise.all([pool.end(), roomsPool.end()]);
    },
  };
}

/** While the database is away, everything that asks it fails: one line a second says so. */
function createFailureLine(
  say: ClusterDeps['say'],
  { monotonicMs }: Pick<HubTime, 'monotonicMs'>,
): (error: unknown) => void {
  let toldMs = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (monotonicMs() - toldMs < FAILURE_EVERY_MS) return;
    toldMs = monotonicMs();
    say.warn({ err: error }, 'the database does not answer as it should');
  };
}

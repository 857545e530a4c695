import type pg from 'pg';
import { ask } from '../postgres/pool.ts';
import type { Placement } from '../relay/placement.ts';
import type { HubTime } from '../runtime/time.ts';
import { createTurns } from '../runtime/turns.ts';
import { chooseNode, type HubNode } from './rendezvous.ts';

/** Both by the database's clock, the only one that counts here. */
export interface NodePace {
  readonly beatMs: number;
  /** Not heard of for so long, a node is gone: its shops are other nodes'. */
  readonly goneMs: number;
  /**
   * A node that has not reached the database for so long, by its own clock, sends its PCs to the others. Longer than a
   * database takes to be replaced: where all nodes wait for it, nobody is better off elsewhere.
   */
  readonly cutOffMs: number;
  /** A node that leaves answers for so long yet, until whoever spreads requests has seen that it is not well. */
  readonly leaveMs: number;
}
export const NODE_PACE: NodePace = { beatMs: 2_000, goneMs: 10_000, cutOffMs: 30_000, leaveMs: 5_000 };

export interface NodeTable {
  readonly placement: Placement;
  /** The node that holds the shop's sockets; null where nobody is known. */
  findNode(shopId: string): HubNode | null;
  /** Writes itself down and goes on to do so. */
  join(): Promise<void>;
  /** Other nodes take over; this one knows where to send its PCs. Where there are others, it takes `leaveMs`. */
  leave(): Promise<void>;
  /** Looks at once: another node has come or gone. */
  look(): Promise<void>;
  stop(): void;
}

/** Says which process had the name before. */
const BEAT = `INSERT INTO hub_node AS n (id, url, seen, process) VALUES ($1, $2, clock_timestamp(), $3)
  ON CONFLICT (id) DO UPDATE SET url = excluded.url, seen = excluded.seen, process = excluded.process
  RETURNING (SELECT before.process FROM hub_node before WHERE before.id = n.id) AS former`;
/** One that was seen in the future was seen before the database's clock was set back. */
const LIST = `SELECT id, url FROM hub_node WHERE seen BETWEEN clock_timestamp() - $1::integer * interval '1 millisecond'
  AND clock_timestamp() + $1::integer * interval '1 millisecond' ORDER BY id`;
/** Rows of nodes that have long been gone are of no use. */
const FORGET = `DELETE FROM hub_node WHERE seen < clock_timestamp() - interval '1 day'`;

/** The others look at once. */
const TELL = `SELECT pg_notify('hub_nodes', '')`;

export interface NodeTableDeps {
  /** Null for a process that only looks: the operator's command. */
  readonly own: HubNode | null;
  /** Of this process and no other. */
  readonly processId: string;
  /** Of the hub as a whole, where the PCs of a node that is cut off find another one. */
  readonly homeUrl: string;
  readonly pace: NodePace;
  /** Told while the database is away, and where two processes have one name. */
  readonly fail: (error: unknown) => void;
}

/**
 * Who carries the hub. While the database is away the last that was known stands: nobody is sent to and fro.
 */
export function createNodeTable(
  pool: pg.Pool,
  time: HubTime,
  { own, processId, homeUrl, pace, fail }: NodeTableDeps,
): NodeTable {
  const view = createView(own, homeUrl);
  // One after another: an older view must not be put over a later one, nor a name be written down again that was taken off.
  const inTurn = createTurns();
  let alarm: { cancel(): void } | null = null;
  let isMember = false;
  let isStopped = false;
  let heardMs = time.monotonicMs();
  const noteHeard = (isHeard: boolean): void => {
    const nowMs = time.monotonicMs();
    if (isHeard) heardMs = nowMs;
    view.noteCutOff(isMember && nowMs - heardMs >= pace.cutOffMs);
  };

  const lookNow = async (): Promise<void> => {
    const { rows } = await ask<{ id: string; url: string }>(pool, LIST, [pace.goneMs]);
    // Between its own beats it may look gone to itself; it is not while it looks.
    const others = rows.filter(({ id }) => id !== own?.id);
    view.note(own !== null && isMember ? [...others, own] : others);
  };
  const look = (): Promise<void> => inTurn(lookNow);
  const name = own === null ? null : createName(pool, own, processId, fail);
  const beat = async (): Promise<void> => {
    try {
      await inTurn(async () => {
        if (isMember) await name?.write();
        await lookNow();
      });
      noteHeard(true);
    } catch (error) {
      fail(error);
      noteHeard(false);
    }
    if (!isStopped) alarm = time.after(pace.beatMs, () => void beat());
  };
  return {
    findNode: view.findNode,
    placement: view.placement,
    look,
    join: async () => {
      isMember = true;
      await ask(pool, FORGET);
      await beat();
      await ask(pool, TELL);
    },
    leave: async () => {
      if (name === null || !isMember) return;
      isMember = false;
      view.noteLeaving();
      alarm?.cancel();
      try {
        await inTurn(() => name.takeOff().then(lookNow));
        await ask(pool, TELL);
        if (view.placement.countNodes() > 0) await pass(time, pace.leaveMs);
      } catch (error) {
        fail(error); // the others see soon that it is gone
      }
    },
    stop: () => {
      isStopped = true;
      alarm?.cancel();
    },
  };
}

/** A node's own line in the table. */
function createName(
  pool: pg.Pool,
  { id, url }: HubNode,
  processId: string,
  fail: (error: unknown) => void,
): { write(): Promise<void>; takeOff(): Promise<void> } {
  let isWritten = false;
  return {
    write: async () => {
      const { rows } = await ask<{ former: string | null }>(pool, BEAT, [id, url, processId]);
      const former = rows[0]?.former ?? processId;
      if (isWritten && former !== processId)
        fail(new Error(`another process runs as ${url}: TILLBRIDGE_HUB_NODE_URL must be each node's own`));
      isWritten = true;
    },
    // Where another process has the name by now, it keeps it.
    takeOff: async () =>
      void (await ask(pool, 'DELETE FROM hub_node WHERE id = $1 AND process = $2', [id, processId])),
  };
}

/** What a node knows of all, and who is told when that changes. */
function createView(own: HubNode | null, homeUrl: string) {
  const listeners = new Set<() => void>();
  let nodes: readonly HubNode[] = own === null ? [] : [own];
  let isCutOff = false;
  let isLeaving = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const placement: Placement = {
    isLeaving: () => isLeaving,
    isCutOff: () => isCutOff,
    countNodes: () => nodes.length,
    findElsewhere: (shopId) => {
      if (isCutOff) return homeUrl;
      const node = chooseNode(nodes, shopId);
      return node === null || node.id === own?.id ? null : node.url;
    },
    onMoved: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    placement,
    findNode: (shopId: string): HubNode | null => chooseNode(nodes, shopId),
    note: (now: readonly HubNode[]): void => {
      if (write(now) === write(nodes)) return;
      nodes = now;
      tell();
    },
    noteLeaving: (): void => {
      isLeaving = true;
    },
    noteCutOff: (isNow: boolean): void => {
      if (isNow === isCutOff) return;
      isCutOff = isNow;
      tell();
    },
  };
}

const pass = (time: HubTime, delayMs: number): Promise<void> =>
  new Promise((resolve) => void time.after(delayMs, resolve));

const write = (nodes: readonly HubNode[]): string =>
  nodes
    .map(({ id, url }) => `${id} ${url}`)
    .sort()
    .join('\n');

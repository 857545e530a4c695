import type pg from 'pg';
import type { WakeBus } from '../log/postgres-log.ts';
import { ask } from '../postgres/pool.ts';
import type { HubTime } from '../runtime/time.ts';

/** What is told within this goes together. */
const GATHER_MS = 2;
/** A notification has less than 8,000 bytes. */
const LONGEST_PAYLOAD = 7_000;
/** More shops than this wait only where the database is away; then they are found by looking. */
const MOST_WAITING = 20_000;

/** The channel on which a node is told of news of its shops. */
export const nameChannel = (nodeId: string): string => `hub_wake_${nodeId}`;

export interface ClusterBus extends WakeBus {
  /** A message that came on this node's channel. */
  hear(payload: string): void;
}

/**
 * Tells other nodes of their shops' news: one notification a batch and node, in a transaction of its own. Notifying
 * transactions commit one after another in the whole database, so none of them is one that a sender waits for.
 * @param findChannel of the node that holds the shop's sockets; null where that is this one
 * @param fail told of wake-ups that are lost: every session looks into the log now and then
 */
export function createWakeBus(
  pool: pg.Pool,
  time: HubTime,
  findChannel: (shopId: string) => string | null,
  fail: (error: unknown) => void,
): ClusterBus {
  const listeners = new Set<(shopId: string) => void>();
  let waiting = new Map<string, Set<string>>();
  let count = 0;
  let isBusy = false;

  const send = async (): Promise<void> => {
    const told = waiting;
    waiting = new Map();
    count = 0;
    const [channels, payloads] = writeMessages(told);
    try {
      if (channels.length > 0) await ask(pool, NOTIFY, [channels, payloads], 'hub_notify');
    } catch (error) {
      fail(error);
    }
    isBusy = false;
    plan();
  };
  const plan = (): void => {
    if (isBusy || waiting.size === 0) return;
    isBusy = true;
    time.after(GATHER_MS, () => void send());
  };
  return {
    tell: (shopIds) => {
      for (const shopId of shopIds) {
        const channel = findChannel(shopId);
        if (channel === null || count >= MOST_WAITING) continue;
        const shops = waiting.get(channel) ?? new Set();
        if (!shops.has(shopId)) count += 1;
        waiting.set(channel, shops.add(shopId));
      }
      plan();
    },
    hear: (payload) => {
      for (const shopId of payload.split(' ')) for (const listener of listeners) listener(shopId);
    },
    onWake: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** No flush is waited for: what is told is worth nothing after a crash. */
const NOTIFY = `SELECT set_config('synchronous_commit', 'off', true), pg_notify(m.channel, m.payload)
  FROM unnest($1::text[], $2::text[]) AS m (channel, payload)`;

function writeMessages(told: ReadonlyMap<string, ReadonlySet<string>>): [string[], string[]] {
  const channels: string[] = [];
  const payloads: string[] = [];
  const add = (channel: string, payload: string): void => {
    channels.push(channel);
    payloads.push(payload);
  };
  for (const [channel, shops] of told) {
    let payload = '';
    for (const shopId of shops) {
      if (payload.length + shopId.length >= LONGEST_PAYLOAD) {
        add(channel, payload);
        payload = '';
      }
      payload = payload === '' ? shopId : `${payload} ${shopId}`;
    }
    add(channel, payload);
  }
  return [channels, payloads];
}

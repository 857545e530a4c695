import pg from 'pg';
import { describeConnection } from '../postgres/pool.ts';
import type { HubTime } from '../runtime/time.ts';

const AGAIN_MS = 500;
/** A connection that says nothing may be dead without anybody knowing: it is asked so often. */
const ASK_EVERY_MS = 5_000;

export interface Listener {
  /** Resolves once it listens, or when the first try has failed; it is tried again by itself. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Hears what is told on channels of the database, on a connection of its own. What is told while that is away is lost;
 * whoever listens looks for themselves now and then.
 * @param hear with each message
 * @param onBack the connection is there again: something may have been missed
 */
export function createListener(
  url: string,
  channels: readonly string[],
  time: HubTime,
  hear: (channel: string, payload: string) => void,
  onBack: () => void,
): Listener {
  let client: pg.Client | null = null;
  let isStopped = false;
  let alarm: { cancel(): void } | null = null;
  const lose = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = null;
    lost.removeAllListeners('notification');
    lost.end().catch(() => undefined); // it is gone already
    if (isStopped) return;
    alarm?.cancel();
    alarm = time.after(AGAIN_MS, () => void open());
  };
  const askAgain = (asked: pg.Client): void => {
    alarm = time.after(ASK_EVERY_MS, () => {
      asked.query('SELECT 1').then(
        () => client === asked && askAgain(asked),
        () => lose(asked),
      );
    });
  };
  const open = async (): Promise<void> => {
    const opened = new pg.Client(describeConnection(url, 'listener'));
    client = opened;
    opened.on('error', () => lose(opened));
    opened.on('end', () => lose(opened));
    opened.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''));
    try {
      await opened.connect();
      for (const channel of channels) await opened.query(`LISTEN ${opened.escapeIdentifier(channel)}`);
      if (client !== opened) return;
      askAgain(opened);
      onBack();
    } catch {
      lose(opened); // the database is away: it is tried again
    }
  };
  return {
    start: open,
    stop: async () => {
      isStopped = true;
      alarm?.cancel();
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}

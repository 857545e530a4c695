import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Each call in so many is looked at: enough of them meet every state in a range of seeds. */
const EVERY = 7;

/** Every state that a row of the data file is in now, each under the name of its machine. */
const STATES = `
  SELECT 'run ' || state AS what FROM run
  UNION SELECT 'run kind ' || kind FROM run
  UNION SELECT 'change ' || state FROM run_change
  UNION SELECT 'outbox ' || state FROM outbox
  UNION SELECT 'outbox kind ' || kind FROM outbox
  UNION SELECT 'link ' || status FROM link
  UNION SELECT 'link kind ' || kind FROM link
  UNION SELECT 'alert ' || CASE WHEN seen_ms IS NULL THEN 'unseen' ELSE 'seen' END FROM alert
  UNION SELECT 'alert kind ' || kind FROM alert
  UNION SELECT 'conflict ' || CASE WHEN ruling_take IS NOT NULL THEN 'answered'
    WHEN lapsed IS NOT NULL THEN 'lapsed' ELSE 'open' END FROM conflict
  UNION SELECT 'inbox ' || side FROM inbox
  UNION SELECT 'order ' || step FROM order_flow
  UNION SELECT 'hold ' || hold FROM order_flow WHERE hold IS NOT NULL
  UNION SELECT 'print ' || print FROM order_flow
  UNION SELECT 'till order ' || till_status FROM order_flow WHERE till_status IS NOT NULL`;

/** Every failure that was told of. */
const CODES = `
  SELECT json_extract(failure, '$.code') AS code FROM journal WHERE failure IS NOT NULL
  UNION SELECT json_extract(failure, '$.code') FROM run_change WHERE failure IS NOT NULL
  UNION SELECT json_extract(failure, '$.code') FROM order_flow WHERE failure IS NOT NULL`;

/** Notes which states the app's own rows were in while a world went on. */
export interface Census {
  /** At a call of the app, whatever it is doing: some calls are looked at. */
  glance(): void;
  /** All of it, and every failure that was told of. */
  take(): void;
  close(): void;
}

/** @param note hears `state run applying`, `code NET_TIMED_OUT` */
export function openCensus(dataDir: string, note: (what: string) => void): Census {
  const db = new Database(join(dataDir, 'tillbridge.sqlite'), { readonly: true });
  const states = db.prepare<[], string>(STATES).pluck();
  const codes = db.prepare<[], string>(CODES).pluck();
  let calls = 0;
  const look = (): void => {
    for (const what of states.all()) note(`state ${what}`);
  };
  return {
    glance: () => {
      calls += 1;
      if (calls % EVERY === 0) look();
    },
    take: () => {
      look();
      for (const code of codes.all()) note(`code ${code}`);
    },
    close: () => void db.close(),
  };
}

import { flushCompileCache } from 'node:module';
import type { NodePace } from '../../src-hub/cluster/node-table.ts';
import { startHub } from '../../src-hub/hub.ts';
import type { HubSaid } from './hub-child.ts';
import { HUB_APP } from './hub-child-app.ts';

/** What a test or a bench asks of one node of several, in a process of its own. */
export interface NodeOrder {
  readonly databaseUrl: string;
  readonly listenUrl: string;
  /** In base64, the same for all nodes. */
  readonly key: string;
  readonly port: number;
  /** Loopback where nothing else is said. */
  readonly address?: string;
  /** The hub's address as a whole. */
  readonly publicUrl: string;
  readonly pace?: NodePace;
}

const order = JSON.parse(process.argv[2] ?? '{}') as NodeOrder;
const UNBOUNDED = 1_000_000_000;
const { databaseUrl, listenUrl, key, port, publicUrl, pace, address = '127.0.0.1' } = order;
const hub = await startHub({
  config: {
    ...{ databaseUrl, listenUrl, key, port, publicUrl, address },
    nodeUrl: `http://${address}:${port}`,
    logLevel: 'silent',
    operatorApp: HUB_APP,
    shopRate: UNBOUNDED,
    sourceRate: UNBOUNDED,
    mostSockets: 40_000,
  },
  ...(pace ? { pace } : {}),
});
const said: HubSaid = { url: hub.url, port: hub.port, shops: [] };
process.stdout.write(`${JSON.stringify(said)}\n`);
flushCompileCache(); // it may be killed rather than ended
process.once('SIGTERM', () => void hub.close().then(() => process.exit(0)));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // its parent is gone

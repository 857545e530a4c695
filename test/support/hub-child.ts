import { flushCompileCache } from 'node:module';
import { startHub } from '../../src-hub/hub.ts';
import { HUB_APP } from './hub-child-app.ts';
import { type MadeShop, makeShopsInFile } from './make-shops.ts';

/** What a test or a bench asks of a hub in a process of its own. */
export interface HubOrder {
  readonly dataDir: string;
  /** Shops to make, each with one paired device; those of an earlier run are there already. */
  readonly shops: number;
  readonly shopRate?: number;
  readonly sourceRate?: number;
  readonly mostSockets?: number;
}

/** The first and only line that the process prints. */
export interface HubSaid {
  readonly url: string;
  readonly port: number;
  readonly shops: readonly MadeShop[];
}

const order = JSON.parse(process.argv[2] ?? '{}') as HubOrder;
const UNBOUNDED = 1_000_000_000;
const shops = order.shops === 0 ? [] : await makeShopsInFile(order.dataDir, order.shops);
const { url, port } = await startHub({
  config: {
    dataDir: order.dataDir,
    port: 0,
    logLevel: 'silent',
    operatorApp: HUB_APP,
    shopRate: order.shopRate ?? UNBOUNDED,
    sourceRate: order.sourceRate ?? UNBOUNDED,
    mostSockets: order.mostSockets ?? 20_000,
  },
});
const said: HubSaid = { url, port, shops };
process.stdout.write(`${JSON.stringify(said)}\n`);
flushCompileCache(); // it is killed rather than ended
process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // its parent is gone

import { flushCompileCache } from 'node:module';
import { startHub } from '../../src-hub/hub.ts';
import { HUB_APP } from './hub-child-app.ts';

/** What a test or a bench asks of a hub in a process of its own. */
export interface HubOrder {
  readonly dataDir: string;
  /** Shops to make, each with one paired device; those of an earlier run are there already. */
  readonly shops: number;
  readonly shopRate?: number;
  readonly sourceRate?: number;
  readonly mostSockets?: number;
}

export interface MadeShop {
  readonly shopId: string;
  readonly merchantId: string;
  readonly secret: string;
  readonly token: string;
}

/** The first and only line that the process prints. */
export interface HubSaid {
  readonly url: string;
  readonly port: number;
  readonly shops: readonly MadeShop[];
}

const order = JSON.parse(process.argv[2] ?? '{}') as HubOrder;
const UNBOUNDED = 1_000_000_000;
const { rooms, url, port } = await startHub({
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
const makeShop = (_: unknown, at: number): MadeShop => {
  const shopId = rooms.desk.add(`Shop ${at}`);
  const made = { merchantId: `M${String(at).padStart(9, '0')}`, secret: `secret-of-shop-${at}-0123456789` };
  rooms.settings.change(shopId, { merchantId: made.merchantId, wooSecret: made.secret });
  const outcome = rooms.pairing.redeem(rooms.pairing.invite(shopId)?.code ?? '', 'PC', '127.0.0.1');
  if (outcome.kind !== 'paired') throw new Error(outcome.kind);
  return { shopId, ...made, token: outcome.token };
};
/** One transaction: ten thousand shops are made in seconds. */
const makeShops = rooms.context.db.transaction(() => Array.from({ length: order.shops }, makeShop));
const shops = makeShops();
const said: HubSaid = { url, port, shops };
process.stdout.write(`${JSON.stringify(said)}\n`);
flushCompileCache(); // it is killed rather than ended
process.stdin.resume();
process.stdin.on('end', () => process.exit(0)); // its parent is gone

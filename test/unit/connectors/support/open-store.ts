import { createWooStore, type WooStoreOptions } from '../../../../src-main/connectors/woo/woo-store.ts';
import type { StorePort, Transport, WireRequest } from '../../../../src-main/engine/ports.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import {
  createPracticeStore,
  type PracticeStore,
  type PracticeStoreOptions,
} from '../../../../src-practice/store/store.ts';
import type { WireService } from '../../../../src-practice/wire.ts';
import { createDirectTransport, createTestRandom, recordCalls } from './transports.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

export const STORE_ORIGIN = 'http://127.0.0.1:8080';

export interface OpenStore {
  readonly service: PracticeStore;
  readonly port: StorePort;
  readonly time: VirtualTime;
  readonly calls: readonly WireRequest[];
  /** Paths and queries asked for, decoded, without the signature. */
  listPaths(): string[];
}

export interface OpenStoreOptions extends Omit<Partial<PracticeStoreOptions>, 'clock' | 'random'> {
  /** Something between the line and the store. */
  readonly wrap?: (store: PracticeStore) => WireService;
  readonly access?: Partial<WooStoreOptions>;
  /** How far the shop's clock is ahead of the connector's. */
  readonly aheadMs?: number;
  /** How far the connector's clock is wrong at the moment: somebody may set it. */
  readonly readWrongMs?: () => number;
}

/** A practice store under virtual time with the connector on it, in one process. */
export function openStore(options: OpenStoreOptions = {}): OpenStore {
  const { wrap = (store) => store, access = {}, aheadMs = 0, readWrongMs = () => 0, ...more } = options;
  const time = createVirtualTime();
  const clock = { ...time.practice, nowMs: () => time.practice.nowMs() + aheadMs };
  const service = createPracticeStore({ clock, random: createRandom(1), ...more });
  const { consumerKey, consumerSecret } = service.keys.add();
  const transport = recordCalls(createDirectTransport({ [STORE_ORIGIN]: wrap(service) }));
  const ownClock = { ...time.clock, nowMs: () => time.clock.nowMs() + readWrongMs() };
  const port = createWooStore(
    {
      siteUrl: STORE_ORIGIN,
      consumerKey,
      consumerSecret,
      authStyle: 'oauth1',
      version: '0.1.0',
      ...access,
    },
    { transport, ...time, clock: ownClock, random: createTestRandom() },
  );
  const listPaths = (): string[] =>
    transport.calls.map(({ url }) =>
      decodeURIComponent(url.slice(`${STORE_ORIGIN}/wp-json`.length)).replace(/[&?]oauth_.*$/, ''),
    );
  return { service, port, time, calls: transport.calls, listPaths };
}

export const openStoreWith = (transport: Transport, time: VirtualTime = createVirtualTime()): StorePort =>
  createWooStore(
    {
      siteUrl: 'https://shop.example',
      consumerKey: 'ck_key123456',
      consumerSecret: 'cs_secret123456',
      authStyle: 'basic',
      version: '0.1.0',
    },
    { transport, ...time, random: createTestRandom() },
  );

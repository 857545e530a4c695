import { onTestFinished } from 'vitest';
import { createWooStore } from '../../../../src-main/connectors/woo/woo-store.ts';
import type { Outcome } from '../../../../src-main/domain/outcome.ts';
import type { StorePort, WireRequest } from '../../../../src-main/engine/ports.ts';
import { createRandom } from '../../../../src-practice/random.ts';
import { serve } from '../../../../src-practice/serve.ts';
import {
  createPracticeStore,
  type PracticeStore,
  type PracticeStoreOptions,
} from '../../../../src-practice/store/store.ts';
import { STORE_FACTS } from '../../../support/catalogs.ts';
import { createHandClock, type HandClock } from '../../practice/store/open-store.ts';
import { createFetchError, fetchTransport, machineDeps, recordCalls } from './transports.ts';

export interface ServedStore {
  readonly service: PracticeStore;
  readonly port: StorePort;
  /** The shop's own time; whole seconds tell changes apart. */
  readonly clock: HandClock;
  readonly calls: readonly WireRequest[];
  /** Methods and paths of the calls, decoded, without the site. */
  listPaths(): string[];
  /** Runs once, before a matching call leaves. */
  before(pattern: RegExp, act: () => void): void;
  /** The next matching call is carried out, and its answer never comes. */
  loseAnswer(pattern: RegExp): void;
}

/** A practice store over real HTTP with the connector on it. */
export async function serveStore(options: Partial<PracticeStoreOptions> = {}): Promise<ServedStore> {
  const clock = createHandClock();
  const service = createPracticeStore({ clock, random: createRandom(1), https: true, ...options });
  const running = await serve(service, { clock });
  onTestFinished(() => running.close());
  const acts: { readonly pattern: RegExp; readonly act: () => void }[] = [];
  const losses: RegExp[] = [];
  const showCall = ({ method, url }: WireRequest): string =>
    `${method} ${decodeURIComponent(url.slice(`${running.url}/wp-json`.length))}`;
  const transport = recordCalls({
    send: async (request) => {
      const at = acts.findIndex(({ pattern }) => pattern.test(showCall(request)));
      if (at >= 0) for (const { act } of acts.splice(at, 1)) act();
      const answer = await fetchTransport.send(request);
      const lost = losses.findIndex((pattern) => pattern.test(showCall(request)));
      if (lost < 0) return answer;
      losses.splice(lost, 1);
      throw createFetchError('ECONNRESET');
    },
  });
  const { consumerKey, consumerSecret } = service.keys.add();
  const port = createWooStore(
    {
      siteUrl: running.url,
      consumerKey,
      consumerSecret,
      authStyle: 'basic',
      version: '0.1.0',
      known: STORE_FACTS,
      patience: { readTries: 1 },
    },
    machineDeps(transport),
  );
  return {
    service,
    port,
    clock,
    calls: transport.calls,
    listPaths: () => transport.calls.map(showCall),
    before: (pattern, act) => void acts.push({ pattern, act }),
    loseAnswer: (pattern) => void losses.push(pattern),
  };
}

/** The value of an outcome that is to be one. */
export function take<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** Loads a variable product with a counted variation for each size; answers the ids, the parent's first. */
export function loadSizes(
  { service }: ServedStore,
  name: string,
  sizes: readonly string[],
  stock = 5,
): readonly number[] {
  const [parent = 0] = service.load([
    {
      name,
      type: 'variable',
      attributes: [{ name: 'Size', variation: true, options: sizes }],
    },
  ]);
  const ids = sizes.map((option) =>
    service.staff.addVariation(parent, {
      attributes: [{ name: 'Size', option }],
      regular_price: '20.00',
      manage_stock: true,
      stock_quantity: stock,
    }),
  );
  return [parent, ...ids];
}

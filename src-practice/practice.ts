import { randomInt } from 'node:crypto';
import { type CatalogFacts, countCatalogFacts } from './catalogs/facts.ts';
import { createGeneratedCatalog } from './catalogs/generated.ts';
import { createPizzeriaCatalog } from './catalogs/pizzeria.ts';
import { createMachineClock, type PracticeClock } from './clock.ts';
import { addDeveloperDesk } from './developer-desk.ts';
import { createRandom, type PracticeRandom } from './random.ts';
import { type RunningService, type ServeOptions, serve } from './serve.ts';
import { addStaffDesk } from './staff-desk.ts';
import { createStoreDesk } from './staff-store.ts';
import { createTillDesk } from './staff-till.ts';
import { createPracticeStore, MEASURED_WORK, type PracticeStore, type StoreSwitches } from './store/store.ts';
import type { TillCatalog } from './till/catalog.ts';
import type { TillMerchantOptions } from './till/options.ts';
import {
  ALL_PERMISSIONS,
  createDeveloperApp,
  createPracticeTill,
  type DeveloperApp,
  type DeveloperAppOptions,
  type PracticeTill,
  type TillAnswers,
} from './till/till.ts';
import type { WireService } from './wire.ts';

const DEFAULT_GENERATED_ITEMS = 500;
const DEFAULT_SEED = 1;

export interface PracticeOptions {
  /** What the till starts with; the store starts empty. */
  readonly menu: 'pizza' | 'empty' | 'generated';
  /** Of a generated menu; 0 is an empty till. */
  readonly items?: number;
  /** Of the till's ids and a generated menu. */
  readonly seed?: number;
  /** Added to every request of both services. */
  readonly latencyMs?: number;
  /** The till's; the store takes the next one. Absent or 0: two free ports. */
  readonly port?: number;
  readonly clock?: PracticeClock;
  /** False: the till answers as fast as it is asked. */
  readonly limits?: boolean;
  /** `measured`: the store takes the time a real one does (woocommerce.md 1). */
  readonly work?: 'none' | 'measured';
  /** ISO 4217, of both sides. */
  readonly currency?: string;
  readonly storeSwitches?: Partial<StoreSwitches>;
  readonly tillAnswers?: Partial<TillAnswers>;
  /** The till's prices hold their tax. */
  readonly vat?: boolean;
  /** The developer's app: how it is registered, and what OAuth and webhooks do where nobody knows. */
  readonly app?: Pick<DeveloperAppOptions, 'registration' | 'oauth' | 'webhooks'>;
  /** An app that another practice has opened: both tills are then merchants of it, and it is theirs to close. */
  readonly sharedApp?: DeveloperApp;
  /** The till's; it has none where absent. */
  readonly openingHours?: TillMerchantOptions['openingHours'];
}

/** A running till and store, with what a client needs to connect to them. */
export interface Practice {
  readonly till: { readonly url: string; readonly merchant: string; readonly token: string };
  readonly store: { readonly url: string; readonly key: string; readonly secret: string };
  /** The developer's app; a merchant has installed it once somebody pressed "Allow". */
  readonly app: { readonly id: string; readonly secret: string; readonly authCode: string };
  /** What the till was started with. */
  readonly facts: CatalogFacts;
  /** The services themselves, for callers in this process. */
  readonly tillService: PracticeTill;
  readonly storeService: PracticeStore;
  close(): Promise<void>;
}

/** Starts a practice till and store on 127.0.0.1. Rejects when a port is taken, with nothing left open. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const clock = options.clock ?? createMachineClock();
  const catalog = createCatalog(options);
  const app =
    options.sharedApp ?? createDeveloperApp({ ...options.app, clock, seed: options.seed ?? DEFAULT_SEED });
  const tillService = openTill(options, clock, app);
  tillService.load(catalog);
  const storeService = openStore(options, clock);
  const token = tillService.tokens.add(ALL_PERMISSIONS);
  const { consumerKey, consumerSecret } = storeService.keys.add({ permission: 'read_write' });
  const port = options.port ?? 0;
  const [till, store] = await serveBoth(
    // The till sleeps its latency itself: a slot is held as long as the client waits (clover.md 4).
    [
      addDeveloperDesk(addStaffDesk(tillService, createTillDesk(tillService, token)), app, token),
      { clock, port },
    ],
    [
      addStaffDesk(storeService, createStoreDesk(storeService, consumerSecret)),
      { clock, port: port === 0 ? 0 : port + 1, latencyMs: options.latencyMs ?? 0 },
    ],
  );
  return {
    till: { url: till.url, merchant: tillService.merchant.id, token },
    store: { url: store.url, key: consumerKey, secret: consumerSecret },
    app: { id: app.id, secret: app.secret, authCode: app.authCode },
    facts: countCatalogFacts(catalog),
    tillService,
    storeService,
    close: async () => {
      if (!options.sharedApp) app.close();
      storeService.close();
      await Promise.all([till.close(), store.close()]);
    },
  };
}

function createCatalog({
  menu,
  items = DEFAULT_GENERATED_ITEMS,
  seed = DEFAULT_SEED,
}: PracticeOptions): TillCatalog {
  if (menu === 'pizza') return createPizzeriaCatalog();
  if (menu === 'generated' && items !== 0) return createGeneratedCatalog({ items, seed }).catalog;
  return { categories: [], modifierGroups: [], tags: [], taxRates: [], itemGroups: [], items: [] };
}

function openTill(options: PracticeOptions, clock: PracticeClock, app: DeveloperApp): PracticeTill {
  return createPracticeTill({
    clock,
    app,
    random: createRandom(options.seed ?? DEFAULT_SEED),
    merchant: {
      name: options.menu === 'pizza' ? 'Corner Oven Pizzeria' : 'Practice Merchant',
      currency: options.currency ?? 'USD',
      timezone: 'America/New_York',
      country: 'US',
      vat: options.vat ?? false,
      trackStock: true,
      updateStock: true,
      ...(options.openingHours ? { openingHours: options.openingHours } : {}),
    },
    limits: { enabled: options.limits ?? true },
    answers: options.tillAnswers ?? {},
    holdMs: options.latencyMs ?? 0,
  });
}

function openStore(options: PracticeOptions, clock: PracticeClock): PracticeStore {
  return createPracticeStore({
    clock,
    // The store draws nothing but keys and nonces, which nobody may guess.
    random: createSecretRandom(),
    name: 'Corner Oven Online',
    currency: options.currency ?? 'USD',
    timezoneName: 'America/New_York',
    work: options.work === 'measured' ? MEASURED_WORK : 'none',
    switches: options.storeSwitches ?? {},
  });
}

type Served = readonly [service: WireService, options: ServeOptions];

async function serveBoth(first: Served, second: Served): Promise<readonly [RunningService, RunningService]> {
  const till = await serve(...first);
  try {
    return [till, await serve(...second)];
  } catch (error) {
    await till.close();
    throw error;
  }
}

/** Chance from the machine's own source of secrets. */
function createSecretRandom(): PracticeRandom {
  const below = (limit: number): number => randomInt(limit);
  return {
    next: () => randomInt(2 ** 32) / 2 ** 32,
    below,
    pick: (list) => {
      const value = list[below(list.length)];
      if (value === undefined) throw new Error('pick from an empty list');
      return value;
    },
  };
}

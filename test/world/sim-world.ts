import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, openCore } from '../../src-main/boot/core.ts';
import type { Timers, WireRequest } from '../../src-main/engine/ports.ts';
import { createPracticeStore, MEASURED_WORK, type PracticeStore } from '../../src-practice/store/store.ts';
import type { TillCatalog } from '../../src-practice/till/catalog.ts';
import { ALL_PERMISSIONS, createPracticeTill, type PracticeTill } from '../../src-practice/till/till.ts';
import type { WireService } from '../../src-practice/wire.ts';
import { createInProcessTransport } from '../support/in-process-transport.ts';
import { unwrap } from '../support/unwrap.ts';
import { createVirtualTime, type VirtualTime } from '../support/virtual-time.ts';
import type { Chance } from './chance.ts';
import { putEmptyDataFile } from './data-template.ts';
import { makeDayCopy, putCopyThere } from './day-copy.ts';
import { createAppClock, drawClockPlan } from './faults/app-clock.ts';
import { type LedgerEye, openLedgerEye } from './ledger-eye.ts';
import { createIntentCheck } from './oracles/prior-intent.ts';
import { openOrderEye } from './orders/order-eye.ts';
import type { OrderRules } from './orders/order-plan.ts';
import { type TillHistory, watchTill } from './orders/till-history.ts';
import { createShopCheck, OTHER_STORE, OTHER_TILL, type OtherShop, openOtherShop } from './other-shop.ts';
import { cutPower, forgetFile } from './power.ts';
import { type Census, openCensus } from './reach/census.ts';
import type { Script } from './script.ts';
import { createStory, type Story } from './story.ts';
import { createWorldTransport, type WorldTransport } from './transport.ts';
import type { Weather } from './weather.ts';

export const TILL = 'http://127.0.0.1:1';
export const STORE = 'http://127.0.0.1:2';
const RESTART_MS = 3_000;
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** What is drawn for one world before anything happens in it. */
export interface WorldPlan {
  readonly catalog: TillCatalog;
  /** As they are set now: whoever changes them changes them here too. */
  readonly settings: Record<string, string>;
  readonly weather: Weather;
  readonly writeLagMs: number;
  readonly saleMovesModified: boolean;
  readonly inventoryDelta: boolean;
  /** How web orders go to the till; absent: they stay in the store. */
  readonly orders?: OrderRules;
  /** Rows of a page of every list; absent: as many as the services give. */
  readonly pageRows?: number;
}

export interface SimWorld {
  readonly till: PracticeTill;
  readonly store: PracticeStore;
  readonly time: VirtualTime;
  readonly network: WorldTransport;
  readonly story: Story;
  readonly eye: LedgerEye;
  /** Of the app. */
  readonly dataDir: string;
  /** What was done on the till with web orders. */
  readonly history: TillHistory;
  /** The till's category of each linked store category, as far as people have looked. */
  readonly shelves: Map<number, string>;
  /** How long the till hides categories that it was told of (clover.md 6.3). */
  readonly writeLagMs: number;
  /** Writes that left without an intent. */
  readonly unannounced: string[];
  /** Writes to another shop, or while another one was connected. */
  readonly strayed: string[];
  /** The shop's rules as they are set now. */
  readonly rules: Readonly<Record<string, string>>;
  /** What the app is connected with. */
  readonly keys: { readonly till: string; readonly store: { readonly key: string; readonly secret: string } };
  core(): Core;
  wait(delayMs: number): Promise<void>;
  /** The power goes, and the app is started again on what is on the disk. */
  restart(): Promise<void>;
  /** The day's copy of the data file is made. */
  keepCopy(): Promise<void>;
  /** The app is closed, the day's copy takes the data file's place, and the app is started again. */
  putBackCopy(isGone: boolean): Promise<void>;
  /** Another merchant and store that somebody may connect by mistake. */
  openOtherShop(): OtherShop;
  /** Another shop is connected from now on, or the right one again. */
  markMixUp(isMixedUp: boolean): void;
  close(): Promise<void>;
}

/** One life of the app: when it is over, no timer of it rings any more. */
export function createLife(timers: Timers): { readonly timers: Timers; end(): void } {
  let isOver = false;
  const hold = <T>(work: Promise<T>): Promise<T> =>
    work.then((value) => (isOver ? new Promise<T>(() => undefined) : value));
  return {
    timers: {
      sleep: (delayMs, signal) => hold(timers.sleep(delayMs, signal)),
      after: (delayMs, callback) => timers.after(delayMs, () => (isOver ? undefined : callback())),
      breathe: () => hold(timers.breathe()),
    },
    end: () => {
      isOver = true;
    },
  };
}

export async function openSimWorld(chance: Chance, plan: WorldPlan, script?: Script): Promise<SimWorld> {
  const clockPlan = drawClockPlan(chance.fate);
  const time = createVirtualTime(clockPlan.startMs);
  const clock = time.practiceClock;
  const story = createStory(time.clock.nowMs);
  story.note(`clock ${clockPlan.fault}`);
  story.tell(`clock: ${JSON.stringify(clockPlan)}`);
  const { till, store } = openSides(chance, plan, clock);
  const history = watchTill(till, time.clock.nowMs);
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  const dataDir = makeDataFolder(time.clock.nowMs());
  const file = putEmptyDataFile(dataDir);
  const unannounced: string[] = [];
  const strayed: string[] = [];
  let check: WriteCheck | null = null;
  const openChecks = (): void => {
    check?.close();
    check = openCheck(eye, dataDir, plan);
  };
  let census: Census | null = null;
  const services = new Map<string, WireService>([
    [TILL, history.service],
    [STORE, store],
  ]);
  const shopCheck = createShopCheck();
  const network = createWorldTransport({
    carrier: createInProcessTransport(services),
    time,
    random: chance.network,
    weather: plan.weather,
    story,
    tillOrigins: [TILL, OTHER_TILL],
    ...(script ? { script } : {}),
    onCall: () => census?.glance(),
    onWrite: (request, side) => {
      const complaint = check?.find(request, side);
      if (complaint) unannounced.push(complaint);
      const stray = shopCheck.check(request);
      if (stray) strayed.push(stray);
    },
  });
  let drawn = 0;
  let life = createLife(time.timers);
  const open = async (): Promise<Core> => {
    life = createLife(time.timers);
    return unwrap(
      await openCore({
        dataDir,
        secretKey: SECRET_KEY,
        nativeBinding: null,
        isWriter: true,
        ...(plan.pageRows === undefined ? {} : { pageRows: plan.pageRows }),
        ports: {
          clock: createAppClock(time.clock, clockPlan),
          timers: life.timers,
          random: {
            fraction: chance.engine.next,
            hex: (length) => {
              drawn += 1;
              return String(drawn).padStart(length * 2, '0');
            },
          },
          transport: network.open(),
        },
      }),
    );
  };
  let core = await open();
  let other: OtherShop | null = null;
  let copy: string | null = null;
  const openEye = (): LedgerEye => openLedgerEye(dataDir, plan.orders ? 1 : undefined);
  const eye = openEye();
  census = openCensus(dataDir, story.note);
  const lookAnew = (): void => {
    census?.close();
    census = openCensus(dataDir, story.note);
    eye.close();
    Object.assign(eye, openEye());
    openChecks();
  };
  const { connections, settings } = core.engine;
  const mayMakeTypes = plan.orders?.mayMakeTypes ?? true;
  const token = till.tokens.add(mayMakeTypes ? ALL_PERMISSIONS : { ...ALL_PERMISSIONS, merchant: 'r' });
  const address = { environment: 'sandbox' as const, apiUrl: TILL, merchantId: till.merchant.id };
  unwrap(await time.run(connections.connectTill({ ...address, token })));
  unwrap(await time.run(connections.connectStore({ url: STORE, key, secret })));
  // In most worlds web orders stay in the store: there the sync is met in more ways, and sooner.
  unwrap(settings.set(plan.orders?.settings ?? { 'orders.enabled': 'off' }));
  for (const [name, value] of Object.entries(plan.settings)) unwrap(settings.set({ [name]: value }));
  openChecks();
  return {
    till,
    store,
    time,
    network,
    story,
    eye,
    dataDir,
    history,
    shelves: new Map(),
    writeLagMs: plan.writeLagMs,
    unannounced,
    strayed,
    rules: plan.settings,
    keys: { till: token, store: { key, secret } },
    core: () => core,
    keepCopy: async () => {
      copy = await makeDayCopy(dataDir, file, time.clock.nowMs());
    },
    putBackCopy: async (isGone) => {
      life.end();
      await settleDown();
      await core.close();
      if (copy === null) throw new Error('no copy was made');
      putCopyThere(copy, file, isGone);
      await time.run(clock.sleep(RESTART_MS));
      core = await open();
      lookAnew();
    },
    markMixUp: shopCheck.mark,
    openOtherShop: () => {
      other ??= openOtherShop(time, chance.fate.below(1_000_000), plan.catalog);
      services.set(OTHER_TILL, other.till).set(OTHER_STORE, other.store);
      return other;
    },
    wait: (delayMs) => time.run(clock.sleep(delayMs)),
    restart: async () => {
      life.end();
      await settleDown();
      const power = cutPower(file);
      await core.close();
      if (power.take()) {
        story.tell('  x the power went, and took commits with it');
        lookAnew();
      }
      // Nobody starts an app in the very second in which it died.
      await time.run(clock.sleep(RESTART_MS));
      core = await open();
    },
    close: async () => {
      census?.take();
      census?.close();
      check?.close();
      eye.close();
      await core.close();
      forgetFile(file);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function openSides(chance: Chance, plan: WorldPlan, clock: VirtualTime['practiceClock']) {
  const merchant = {
    name: 'World',
    currency: 'USD',
    timezone: 'America/New_York',
    country: 'US',
    vat: false,
    trackStock: true,
    updateStock: true,
  };
  const { orders } = plan;
  const till = createPracticeTill({
    clock,
    random: chance.till,
    merchant,
    holdMs: 60,
    writeLagMs: plan.writeLagMs,
    ...(orders ? { answers: orders.answers } : {}),
  });
  till.load(plan.catalog);
  const store = createPracticeStore({
    clock,
    random: chance.store,
    name: 'World',
    currency: 'USD',
    work: MEASURED_WORK,
    switches: { saleMovesModified: plan.saleMovesModified, inventoryDelta: plan.inventoryDelta },
    ...(orders ? { calcTaxes: orders.isTaxed } : {}),
  });
  if (orders?.isTaxed)
    store.staff.addTaxRate({ country: 'US', rate: '8.0000', name: 'Sales Tax', shipping: false });
  return { till, store };
}

interface WriteCheck {
  /** What is wrong with a write that is about to leave, or null. */
  find(request: WireRequest, side: 'till' | 'store'): string | null;
  close(): void;
}

/** Web orders have a table of intents of their own; what is said of them in the store is safe to repeat. */
function openCheck(eye: LedgerEye, dataDir: string, { orders }: WorldPlan): WriteCheck {
  const check = createIntentCheck(eye);
  const orderEye = orders ? openOrderEye(dataDir) : null;
  return {
    find: (request, side) => {
      if (!orderEye || !OF_ORDERS.test(new URL(request.url).pathname)) return check(request, side);
      return side === 'till' ? orderEye.check(request) : null;
    },
    close: () => orderEye?.close(),
  };
}

const OF_ORDERS = /\/(orders|print_event|customers|order_types|tenders|atomic_order)(\/|$)/;

/** What runs on without an answer from outside comes to rest. */
export async function settleDown(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
}

/** In memory where the system has such a folder: durability is another test's business. */
export function makeDataFolder(nowMs: number): string {
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const dataDir = mkdtempSync(join(root, 'tillbridge-world-'));
  // The day’s copy counts as made, by a clock that is a day off too.
  const backups = join(dataDir, 'backups');
  mkdirSync(backups, { recursive: true });
  for (let day = -2; day < 3; day += 1) {
    const name = new Date(nowMs + day * 86_400_000).toISOString().slice(0, 10);
    writeFileSync(join(backups, `${name}.sqlite`), '');
  }
  return dataDir;
}

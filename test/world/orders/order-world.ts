import { rmSync } from 'node:fs';
import type { Alert } from '../../../src-main/domain/alert.ts';
import type { SecretPort } from '../../../src-main/engine/ports.ts';
import { createPracticeStore, MEASURED_WORK, type PracticeStore } from '../../../src-practice/store/store.ts';
import { ALL_PERMISSIONS, createPracticeTill, type PracticeTill } from '../../../src-practice/till/till.ts';
import type { WireService } from '../../../src-practice/wire.ts';
import { createInProcessTransport } from '../../support/in-process-transport.ts';
import { unwrap } from '../../support/unwrap.ts';
import { createVirtualTime, type VirtualTime } from '../../support/virtual-time.ts';
import type { Chance } from '../chance.ts';
import { type Census, openCensus } from '../reach/census.ts';
import { createLife, makeDataFolder, settleDown } from '../sim-world.ts';
import { createStory } from '../story.ts';
import { createWorldTransport, type WorldTransport } from '../transport.ts';
import { type OrderApp, openOrderApp } from './order-app.ts';
import { openOrderEye } from './order-eye.ts';
import { namePrinter } from './order-kitchen.ts';
import { cutMenu, type OrderPlan } from './order-plan.ts';
import type { OrderScene } from './order-scene.ts';
import { watchTill } from './till-history.ts';

const TILL = 'http://127.0.0.1:1';
const STORE = 'http://127.0.0.1:2';
const RESTART_MS = 3_000;
const HOLD_MS = 60;

export interface OrderWorld extends OrderScene {
  readonly plan: OrderPlan;
  readonly network: WorldTransport;
  /** Writes on the till that left without an intent. */
  readonly unannounced: string[];
  readonly alerts: { readonly atMs: number; readonly alert: Alert }[];
  app(): OrderApp;
  /** Lets the app work until `restart` or the end. */
  start(): void;
  /** The app ends without a word and is started again on what it had committed. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Both sides as they are before the first order, with the menu in both. */
export async function openOrderWorld(chance: Chance, plan: OrderPlan): Promise<OrderWorld> {
  const time = createVirtualTime();
  const story = createStory(time.clock.nowMs);
  const { till, store } = openSides(time, chance, plan);
  const history = watchTill(till, time.clock.nowMs);
  const dataDir = makeDataFolder(time.clock.nowMs());
  const unannounced: string[] = [];
  const alerts: { atMs: number; alert: Alert }[] = [];
  let eye: ReturnType<typeof openOrderEye> | null = null;
  let census: Census | null = null;
  const services = new Map<string, WireService>([
    [TILL, history.service],
    [STORE, store],
  ]);
  const network = createWorldTransport({
    carrier: createInProcessTransport(services),
    time,
    random: chance.network,
    weather: plan.weather,
    story,
    tillOrigins: [TILL],
    onCall: () => census?.glance(),
    onWrite: (request, side) => {
      const complaint = side === 'till' ? eye?.check(request) : null;
      if (complaint) unannounced.push(complaint);
    },
  });
  const secrets = createSecrets();
  let drawn = 0;
  // A store takes no nonce twice.
  const drawHex = (length: number): string => {
    drawn += 1;
    return String(drawn).padStart(length * 2, '0');
  };
  let life = createLife(time.timers);
  let isFalling = false;
  let stop = new AbortController();
  const open = (): OrderApp => {
    life = createLife(time.timers);
    stop = new AbortController();
    return openOrderApp({
      dataDir,
      clock: { ...time.clock, nowMs: () => Math.floor(time.clock.nowMs()) },
      timers: life.timers,
      random: { fraction: chance.engine.next, hex: drawHex },
      transport: network.open(),
      secrets,
      onAlert: (alert) => {
        alerts.push({ atMs: time.clock.nowMs(), alert });
        story.tell(`  ! alert ${alert.kind} ${alert.key}`);
        story.note(`alert ${alert.kind}`);
      },
    });
  };
  let app = open();
  await time.run(connect(app, till, store, plan));
  eye = openOrderEye(dataDir);
  census = openCensus(dataDir, story.note);
  network.pause(plan.isFair);
  if (plan.isFair) story.note('fair weather');
  story.note(`ticket left to ${namePrinter(plan.kitchen)}`);
  if (plan.kitchen.answers.printEvents === 'missing') story.note('till without print events');
  return {
    plan,
    till,
    store,
    history,
    time,
    network,
    story,
    unannounced,
    alerts,
    isFair: plan.isFair,
    isMenuStill: true,
    printsBy: namePrinter(plan.kitchen),
    orders: () => app.orders,
    isTold: (key) => alerts.some(({ alert }) => alert.key === key),
    app: () => app,
    start: () => {
      const mine = life;
      app.run(stop.signal).catch((error: unknown) => {
        // Who is dead may still stumble over the data file that was closed.
        if (life !== mine || isFalling) return;
        story.tell(`the app broke: ${error instanceof Error ? error.stack : String(error)}`);
        unannounced.push(`the app broke: ${String(error)}`);
      });
    },
    restart: async () => {
      isFalling = true;
      life.end();
      await settleDown();
      await app.close();
      await time.practiceClock.sleep(RESTART_MS);
      app = open();
      isFalling = false;
      story.tell('--- started again ---');
    },
    close: async () => {
      stop.abort();
      life.end();
      await settleDown();
      census?.take();
      census?.close();
      eye?.close();
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function openSides({ practiceClock: clock }: VirtualTime, chance: Chance, plan: OrderPlan) {
  const { kitchen } = plan;
  const till = createPracticeTill({
    clock,
    random: chance.till,
    merchant: {
      name: 'World',
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
      vat: false,
      trackStock: true,
      updateStock: true,
    },
    holdMs: HOLD_MS,
    answers: { ...plan.answers, ...kitchen.answers },
  });
  till.load(cutMenu());
  if (kitchen.isAutoPrint) till.staff.setAutoPrint(true);
  const store = createPracticeStore({
    clock,
    random: chance.store,
    name: 'World',
    currency: 'USD',
    work: MEASURED_WORK,
    calcTaxes: plan.isTaxed,
  });
  if (plan.isTaxed)
    store.staff.addTaxRate({ country: 'US', rate: '8.0000', name: 'Sales Tax', shipping: false });
  return { till, store };
}

function createSecrets(): SecretPort {
  const kept = new Map<string, string>();
  return {
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void kept.set(name, value),
    remove: async (name) => void kept.delete(name),
  };
}

/** In fair weather: how a catalog is imported is another test's business. */
async function connect(
  { engine }: OrderApp,
  till: PracticeTill,
  store: PracticeStore,
  plan: OrderPlan,
): Promise<void> {
  const { consumerKey: key, consumerSecret: secret } = store.keys.add({ permission: 'read_write' });
  const token = till.tokens.add(plan.mayMakeTypes ? ALL_PERMISSIONS : { ...ALL_PERMISSIONS, merchant: 'r' });
  const address = { environment: 'sandbox' as const, apiUrl: TILL, merchantId: till.merchant.id };
  const { chosen } = plan.kitchen;
  const who: Record<string, string> = chosen === null ? {} : { 'orders.print': chosen };
  unwrap(await engine.connections.connectTill({ ...address, token }));
  unwrap(await engine.connections.connectStore({ url: STORE, key, secret }));
  unwrap(engine.settings.set({ 'import.status': 'publish', ...plan.settings, ...who }));
  const silent = { onProgress: () => undefined };
  const { signal } = new AbortController();
  const planned = unwrap(await engine.plan({ choices: new Map(), ...silent }));
  unwrap(await engine.apply(planned.runId, { signal, ...silent }));
  // The first look says from when on orders are ours.
  unwrap(await engine.sync.once({ full: false, signal }));
}

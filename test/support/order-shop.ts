import type { OrderEvent, OrderFlow } from '../../src-main/domain/orders/order-flow.ts';
import type { GuestOrder } from '../../src-practice/store/store.ts';
import type { OrderRow } from '../../src-practice/till/till.ts';
import { makeGuestOrder } from './guest-order.ts';
import { createLeapingTime, type LeapingTime } from './leaping-time.ts';
import { extendWorld, type LiveWorld } from './live-world.ts';
import { ORDER_MENU } from './order-menu.ts';
import { startWorld, unwrap, type World, type WorldOptions } from './practice-world.ts';

const MOST_LOOKS = 40;
const { signal } = new AbortController();

/** What a guest orders, by SKU. */
export interface Wish extends Partial<Omit<GuestOrder, 'lines'>> {
  readonly lines?: readonly {
    readonly sku: string;
    readonly quantity?: number;
    readonly chosen?: readonly string[];
    /** What the first choice is charged at, whatever the shop asks. */
    readonly forgedCents?: number;
  }[];
}

/** A shop whose menu is on both sides, and that takes web orders. */
export interface OrderShop extends LiveWorld {
  readonly time: LeapingTime;
  /** Places an order in the store; answers its id. */
  order(wish?: Wish): number;
  /** One look at both sides, and whatever is due then. */
  look(): Promise<void>;
  /** Looks until nothing moves any more, while time passes. */
  settle(mostMs?: number): Promise<void>;
  /** Looks until every order is over, held, or told of, or so long. */
  finish(mostMs: number): Promise<void>;
  flow(id: number): OrderFlow;
  events(id: number): readonly OrderEvent[];
  /** What the till itself holds for this web order and shows to people. */
  shown(id: number): OrderRow[];
  /** What is there and nobody sees. */
  hidden(): OrderRow[];
  tickets(id: number): number;
  payments(id: number): { readonly amount: number; readonly tip: number; readonly tender: string }[];
  /** Notes of the store's order. */
  notes(id: number): string[];
  storeStatus(id: number): string;
  alerts(): string[];
}

export interface OrderShopOptions extends WorldOptions {
  /** Rules that hold before anything is imported. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly beforeFirstLook?: (world: World) => void;
}

export async function startOrderShop({
  beforeFirstLook,
  settings = {},
  ...options
}: OrderShopOptions = {}): Promise<OrderShop> {
  const time = createLeapingTime(Date.now());
  const { wrap = (real) => real, ...others } = options;
  const world = await startWorld({
    menu: 'empty',
    clock: time.practiceClock,
    engineTime: time,
    wrap: (real) => wrap(time.watch(real)),
    ...others,
  });
  world.practice.tillService.load(ORDER_MENU);
  unwrap(world.engine.settings.set({ 'import.status': 'publish', ...settings }));
  await world.import();
  beforeFirstLook?.(world);
  const live = extendWorld(world);
  await live.sync();
  const shop = addOrderEyes(live, time);
  live.writes();
  return shop;
}

const isGoing = ({ hold, step, isStatusDue, failure }: OrderFlow): boolean =>
  hold === null && (step !== 'reported' || isStatusDue) && failure?.code !== 'ORDER_PRINT_UNPROVED';

function addOrderEyes(live: LiveWorld, time: LeapingTime): OrderShop {
  const { engine, practice } = live;
  const { tillService: till, storeService: store } = practice;
  const flow = (id: number): OrderFlow => unwrap(engine.orders.get(String(id))).flow;
  const look = async (): Promise<void> => {
    const result = await engine.sync.once({ full: false, signal });
    if (
      !result.ok &&
      !result.failure.code.startsWith('NET_') &&
      !/FAILING|LIMIT|BUSY/.test(result.failure.code)
    )
      unwrap(result);
  };
  const findProduct = (sku: string): number => {
    for (const product of store.state.products.values()) if (product.sku === sku) return product.id;
    throw new Error(`the store has no ${sku}`);
  };
  const mine = (id: number): OrderRow[] =>
    [...till.state.orders.values()].filter(({ title = '' }) => new RegExp(`(^|\\D)${id}(\\D|$)`).test(title));
  const shown = (id: number): OrderRow[] => mine(id).filter(({ state }) => state !== undefined);
  return {
    ...live,
    time,
    order: ({ lines = [{ sku: 'MARG' }], ...wish } = {}) =>
      store.staff.placeOrder(
        makeGuestOrder({
          ...wish,
          lines: lines.map(({ sku, quantity = 1, chosen = [], forgedCents }) => {
            const productId = findProduct(sku);
            return {
              productId,
              quantity,
              choices: chosen.map((name, at) => choose(name, at === 0 ? forgedCents : undefined)),
            };
          }),
        }),
      ),
    look,
    settle: async (mostMs = 0) => {
      const startedMs = time.clock.monotonicMs();
      for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
        await look();
        const { waiting, holds } = engine.orders.list({ limit: 1, offset: 0 }).counts;
        const isLate = mostMs > 0 && time.clock.monotonicMs() - startedMs >= mostMs;
        if (isLate || (waiting === 0 && looks > 1 && mostMs === 0)) return;
        time.pass(holds.prerequisite > 0 ? 2_000 : 3_000);
      }
    },
    finish: async (mostMs) => {
      const startedMs = time.clock.monotonicMs();
      for (let looks = 0; time.clock.monotonicMs() - startedMs < mostMs; looks += 1) {
        await look();
        if (!engine.orders.list({ limit: 500, offset: 0 }).flows.some(isGoing)) return;
        time.pass(looks < 5 ? 2_000 : 10_000);
      }
    },
    flow,
    events: (id) => unwrap(engine.orders.get(String(id))).events,
    shown,
    hidden: () => [...till.state.orders.values()].filter(({ state }) => state === undefined),
    tickets: (id) => {
      const ids = new Set(mine(id).map((row) => row.id));
      return till.state.kitchen.tickets.filter(({ orderId }) => ids.has(orderId)).length;
    },
    payments: (id) =>
      shown(id).flatMap(({ paymentIds }) =>
        paymentIds.map((paymentId) => {
          const payment = till.state.payments.get(paymentId);
          const tender = till.state.tenders.get(payment?.tenderId ?? '')?.label ?? '';
          return { amount: payment?.amount ?? 0, tip: payment?.tipAmount ?? 0, tender };
        }),
      ),
    notes: (id) => (store.state.notes.get(id) ?? []).map(({ text }) => text),
    storeStatus: (id) => store.state.orders.get(id)?.status ?? 'gone',
    alerts: () =>
      engine.alerts.list({ limit: 100, offset: 0 }).alerts.map(({ kind, title }) => `${kind}: ${title}`),
  };

  function choose(name: string, forgedCents?: number) {
    for (const modifier of till.state.modifiers.values()) {
      if (modifier.name !== name) continue;
      const groupId = [...till.state.groupModifiers.leftsOf(modifier.id)][0] ?? '';
      const group = till.state.modifierGroups.get(groupId)?.name ?? 'Toppings';
      return {
        groupId,
        group,
        isSingle: false,
        id: modifier.id,
        name,
        priceCents: forgedCents ?? modifier.price,
      };
    }
    throw new Error(`no choice ${name}`);
  }
}

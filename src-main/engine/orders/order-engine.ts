import type { Failure } from '../../domain/failure.ts';
import type { CloverId } from '../../domain/ids.ts';
import { isInEurope } from '../../domain/orders/europe.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { ShopKey } from '../../domain/shop.ts';
import type { Words } from '../../domain/words.ts';
import type { Alerts } from '../alerts-face.ts';
import { type Attempt, fail, succeed } from '../attempt.ts';
import type { OpenConnections } from '../connections.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { Ledger, Side } from '../ledger-ports.ts';
import { type AroundMemory, createSurroundings, type SurroundingsKeeper } from '../live/surroundings.ts';
import type { OrderResult, Orders } from '../order-face.ts';
import type { OrderLedger } from '../order-ledger.ts';
import type { TillOrderPort } from '../order-ports.ts';
import type { Clock, Timers } from '../ports.ts';
import { readShop } from '../shop.ts';
import { createTurns } from '../turns.ts';
import { createDeskKeeper } from './desk-keeper.ts';
import { guardOrders } from './gone-order.ts';
import { followStore } from './moved-store.ts';
import { createOrderBell } from './order-bell.ts';
import type { DeskKeeper, OrderContext } from './order-context.ts';
import { createOrderDesk } from './order-desk.ts';
import { pumpOrders, releasePrerequisites } from './order-pump.ts';
import { createOrderStock } from './order-stock.ts';
import { tallyOrders } from './order-tally.ts';
import { tellOrders, tellTestPrint } from './order-teller.ts';
import { createOrderTurns } from './order-turns.ts';
import { watchStore, watchTill, watchVanished } from './order-watch.ts';
import { removeAbandoned } from './remove-abandoned.ts';
import { createTicketPlanner } from './ticket-planner.ts';

export interface OrderParts {
  readonly ledger: Ledger;
  readonly connections: OpenConnections;
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly openDeps: (signal?: AbortSignal) => Promise<Attempt<ImportDeps>>;
  /** Orders are worked on now rather than later. */
  readonly wake: () => void;
  /** A failure in words. */
  readonly say: (failure: Failure) => string;
  /** In which the log is kept, whatever the person's language is. */
  readonly logWords: Words;
}

type OnAway = (side: Side, failure: Failure) => void;

export interface OrderEngine {
  readonly orders: Orders;
  /**
   * Looks for orders on both sides and takes each as far as it goes now.
   * @param onAway hears of every side that did not answer the look
   */
  once(signal: AbortSignal, onAway?: OnAway): Promise<Attempt<OrderResult>>;
  /** Works on what is due already, without a look. */
  pump(signal: AbortSignal): Promise<Attempt<OrderResult>>;
  /** Milliseconds until the next order is due; null where none waits. */
  readNextDueMs(): number | null;
}

/** What passes on one till and store remember of each other; lost at no cost but some reads. */
interface OrderMemory extends AroundMemory {
  desk: DeskKeeper | null;
  /** As it was opened last. */
  till: TillOrderPort;
}

/** Everything that web orders need, behind one face. */
export function createOrderEngine(parts: OrderParts): OrderEngine {
  const { connections, clock, alerts, openDeps } = parts;
  const memories = new Map<string, OrderMemory>();
  const shared = { bell: createOrderBell(alerts), turns: createOrderTurns() };
  // Two looks at the same moment would both find an order unplaced (features.md F5).
  const turns = createTurns();
  const readOrders = (): OrderLedger | null => {
    const shop = readShop(connections);
    return shop === null ? null : tellOrders(parts, shop);
  };
  const open = async (signal: AbortSignal): Promise<Attempt<{ deps: ImportDeps; context: OrderContext }>> => {
    const deps = await openDeps(signal);
    if (!deps.ok) return deps;
    const till = deps.value.till.orders;
    const memory = memories.get(deps.value.shop) ?? { around: null, desk: null, till };
    memory.till = till;
    memories.set(deps.value.shop, memory);
    return succeed({
      deps: deps.value,
      context: makeContext(deps.value, memory, shared, parts, signal),
    });
  };
  const work = async (
    signal: AbortSignal,
    isLooking: boolean,
    onAway: OnAway = () => undefined,
  ): Promise<Attempt<OrderResult>> => {
    const opened = await open(signal);
    if (!opened.ok) return opened;
    const { deps } = opened.value;
    const { context, read } = tallyOrders(opened.value.context);
    if (isLooking && context.settings['orders.enabled'] === 'on') {
      const storeId = connections.readStore()?.store.storeId ?? '';
      const failure = await lookForOrders(deps, context, storeId, onAway);
      if (failure) return fail(failure);
      releasePrerequisites(context);
    }
    await pumpOrders(context);
    await context.stock.settleProbe((itemId) => readCount(itemId, deps));
    if (isLooking) await removeAbandoned(context);
    if (context.orders.held('prerequisite').length === 0) context.bell.hushPrerequisite();
    return succeed(read(context.orders.count()));
  };
  return {
    orders: createOrderDesk({
      clock,
      noteByHand: (flow) => {
        const shop = readShop(connections);
        if (shop !== null) openStock(shop, parts).noteByHand(flow);
      },
      hush: shared.bell.hush,
      noteTest: (result) => tellTestPrint(parts, result),
      orders: readOrders,
      openTill: async () => {
        const till = await connections.openTill();
        return till.ok ? succeed(till.value.orders) : till;
      },
      timers: parts.timers,
      mayPrintTwice: () => mayPrintTwice(parts, memories.get(readShop(connections) ?? '')),
      wake: parts.wake,
      orderTurns: shared.turns,
    }),
    once: (signal, onAway) => turns.take(() => work(signal, true, onAway)),
    pump: (signal) => turns.take(() => work(signal, false)),
    readNextDueMs: () => {
      const dueMs = readOrders()?.nextDueMs() ?? null;
      return dueMs === null ? null : Math.max(0, dueMs - clock.nowMs());
    },
  };
}

async function readCount(itemId: CloverId, { till }: ImportDeps): Promise<number | null> {
  const read = await till.readStock(itemId);
  return read.kind === 'done' ? read.value : null;
}

/** The newest facts about the till count; whoever chose who prints has answered it. */
function mayPrintTwice({ connections, ledger }: OrderParts, memory: OrderMemory | undefined): boolean {
  const till = memory?.around?.value.tillFacts ?? connections.readTill()?.merchant;
  return till?.printsByItself === true && !ledger.settings.all().has('orders.print');
}

/** A till that prints by itself is left to it until a person has chosen: two tickets are worse than one that is told of. */
async function findWhoPrints(
  { ledger }: ImportDeps,
  surroundings: SurroundingsKeeper,
): ReturnType<OrderContext['whoPrints']> {
  const given = ledger.settings.all();
  if (given.has('orders.print')) return succeed(completeSettings(given)['orders.print']);
  const around = await surroundings.read(false);
  return around.ok ? succeed(around.value.tillFacts.printsByItself ? 'till' : 'app') : around;
}

function makeContext(
  deps: ImportDeps,
  memory: OrderMemory,
  shared: Pick<OrderContext, 'bell' | 'turns'>,
  parts: OrderParts,
  signal: AbortSignal,
): OrderContext {
  const { connections, clock } = parts;
  const readSettings = () => completeSettings(deps.ledger.settings.all());
  const till = connections.readTill();
  const surroundings = createSurroundings(deps, memory);
  memory.desk ??= createDeskKeeper({
    till: () => memory.till,
    clock,
    settings: readSettings,
    leavesCustomersOut: (country) =>
      readSettings()['orders.euCustomers'] === 'off' &&
      [connections.readTill()?.merchant.country ?? '', country].some(isInEurope),
  });
  const orders = tellOrders(parts, deps.shop);
  return {
    orders,
    till: deps.till.orders,
    store: guardOrders(deps.store.orders, orders),
    clock,
    settings: readSettings(),
    signal,
    planner: createTicketPlanner(deps, { surroundings, desk: memory.desk }),
    desk: memory.desk,
    ...shared,
    whoPrints: () => findWhoPrints(deps, surroundings),
    stock: openStock(deps.shop, parts),
    currency: till?.merchant.currency ?? 'USD',
    say: parts.say,
  };
}

const openStock = (shop: ShopKey, { ledger, clock }: OrderParts): OrderContext['stock'] =>
  createOrderStock({ ledger, orders: ledger.ordersOf(shop), shop, clock });

async function lookForOrders(
  { ledger, store, shop }: ImportDeps,
  context: OrderContext,
  storeId: string,
  onAway: OnAway,
): Promise<Failure | null> {
  const watch = { ...context, meta: ledger.meta, transaction: ledger.transaction };
  const moved = await followStore({ ...watch, shop, storeId });
  if (moved) onAway('store', moved.failure);
  if (moved) return moved.failure;
  const [inStore, onTill] = await Promise.all([
    watchStore(watch, () => store.readChanges(null)),
    watchTill(watch).then((failure) => failure ?? watchVanished(watch)),
  ]);
  if (inStore) onAway('store', inStore.failure);
  if (onTill) onAway('till', onTill.failure);
  return (inStore ?? onTill)?.failure ?? null;
}

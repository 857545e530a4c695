import type { PracticeRandom } from '../../../src-practice/random.ts';
import type { OrderRecord } from '../../../src-practice/store/store.ts';
import { drawBetween, isLucky } from '../chance.ts';
import type { OrderScene } from './order-scene.ts';
import { tryDeed } from './try-deed.ts';

/** People act on what is new: the last so many orders. */
const RECENT = 12;
const TYPE_LABEL = 'Online Order';
const STANDING = ['processing', 'on-hold', 'pending', 'completed'];

export interface OrderPeople {
  /** A guest orders. */
  order(): void;
  /** Somebody at the till, in the kitchen or in the shop's office does something. */
  act(): void;
  /** The kitchen is put in order: paper, printer, order type. */
  tidy(): void;
  /** Orders on which people acted: what they did to them is not what the app did. */
  readonly touched: ReadonlySet<number>;
  readonly placed: readonly number[];
}

type Deed = (people: Hands) => string | null;

interface Hands {
  readonly world: OrderScene;
  readonly random: PracticeRandom;
  readonly touched: Set<number>;
  pick(): OrderRecord | null;
  /** One of the newest orders on the till. */
  pickOnTill(): { readonly wooId: number; readonly tillOrderId: string } | null;
}

export function createOrderPeople(world: OrderScene, random: PracticeRandom): OrderPeople {
  const placed: number[] = [];
  const touched = new Set<number>();
  const { store, story, history, till } = world;
  const hands: Hands = {
    world,
    random,
    touched,
    pick: () => {
      const id = placed.at(-1 - random.below(Math.min(RECENT, placed.length || 1)));
      return id === undefined ? null : (store.state.orders.get(id) ?? null);
    },
    pickOnTill: () => {
      const { shown } = history;
      const deed = shown.at(-1 - random.below(Math.min(RECENT, shown.length || 1)));
      const isThere = deed !== undefined && till.state.orders.get(deed.orderId) !== undefined;
      return isThere ? { wooId: deed.wooId, tillOrderId: deed.orderId } : null;
    },
  };
  addOrderType(world);
  return {
    placed,
    touched,
    order: () => {
      const forged = isLucky(random, 5) ? { forgedCents: 1 } : {};
      const id = store.staff.placeRandomOrder(random.below(2 ** 31), forged);
      placed.push(id);
      const made = store.state.orders.get(id);
      story.tell(
        `web order ${id}: ${made?.status} ${made?.totals.total} ${made?.paidMs === null ? 'unpaid' : 'paid'}`,
      );
      story.note('web order');
      if (made?.paidMs === null) story.note('unpaid order');
    },
    act: () => {
      const [name, deed] = random.pick(DEEDS);
      const done = tryDeed(() => deed(hands));
      if (done === null) return;
      story.note(name);
      story.tell(`${name}: ${done}`);
    },
    tidy: () => {
      till.staff.clearPrinter();
      till.staff.setDefaultPrinter(true);
      addOrderType(world);
    },
  };
}

const turn =
  (status: 'completed' | 'cancelled' | 'refunded'): Deed =>
  ({ world, pick, touched }) => {
    const order = pick();
    if (!order || !STANDING.includes(order.status) || order.status === status) return null;
    touched.add(order.id);
    world.store.staff.turnOrder(order.id, status);
    return String(order.id);
  };

const onTill =
  (act: (hands: Hands, tillOrderId: string) => void): Deed =>
  (hands) => {
    const order = hands.pickOnTill();
    if (!order) return null;
    hands.touched.add(order.wooId);
    act(hands, order.tillOrderId);
    return `${order.wooId} ${order.tillOrderId}`;
  };

const inKitchen =
  (act: (hands: Hands) => void): Deed =>
  (hands) => {
    act(hands);
    return '';
  };

const DEEDS: readonly (readonly [string, Deed])[] = [
  ['store completed', turn('completed')],
  ['store completed', turn('completed')],
  ['store cancelled', turn('cancelled')],
  ['store refunded', turn('refunded')],
  [
    'store refunded a part',
    ({ world, pick, touched }) => {
      const order = pick();
      if (order?.status !== 'processing' || order.refunds.length > 0) return null;
      touched.add(order.id);
      world.store.staff.giveBack(order.id, { amount: '1.00' });
      return String(order.id);
    },
  ],
  ['till fulfilled', onTill(({ world }, id) => world.till.staff.fulfil(id))],
  ['till paid', onTill(({ world }, id) => world.till.staff.pay(id))],
  ['till refunded', onTill(({ world }, id) => world.till.staff.refundOrder(id))],
  ['till refunded a part', onTill(({ world }, id) => world.till.staff.refundOrder(id, { amountCents: 100 }))],
  [
    'till cancelled',
    onTill(({ world, random }, id) => world.till.staff.cancel(id, random.pick(['delete', 'void']))),
  ],
  ['jam', inKitchen(({ world, random }) => world.till.staff.jamPrinter(random.pick(['fails', 'holds'])))],
  ['jam cleared', inKitchen(({ world }) => world.till.staff.clearPrinter())],
  ['jam cleared', inKitchen(({ world }) => world.till.staff.clearPrinter())],
  ['no printer', inKitchen(({ world }) => world.till.staff.setDefaultPrinter(false))],
  ['printer back', inKitchen(({ world }) => world.till.staff.setDefaultPrinter(true))],
  ['printer back', inKitchen(({ world }) => world.till.staff.setDefaultPrinter(true))],
  ['order type removed', inKitchen(({ world }) => removeOrderTypes(world))],
  ['order type made again', inKitchen(({ world }) => addOrderType(world))],
  ['order type made again', inKitchen(({ world }) => addOrderType(world))],
];

function removeOrderTypes({ till }: OrderScene): void {
  for (const id of [...till.state.orderTypes.keys()]) till.staff.deleteOrderType(id);
}

/** Made again it is another one: ids are the till's. */
function addOrderType({ till, time }: OrderScene): void {
  const types = [...till.state.orderTypes.values()];
  if (types.some(({ label }) => label === TYPE_LABEL)) return;
  const row = {
    taxable: true,
    isDefault: types.length === 0,
    filterCategories: false,
    hoursAvailable: 'ALL',
  } as const;
  const id = `ONLINE${String(Math.floor(time.clock.nowMs())).slice(-7)}`;
  till.state.orderTypes.put({ id, label: TYPE_LABEL, ...row });
}

/** Milliseconds until the next guest orders: often at once, since a shop's evening comes in waves. */
export const drawGapMs = (random: PracticeRandom, longestMs: number): number =>
  isLucky(random, 25) ? 0 : drawBetween(random, 0, longestMs);

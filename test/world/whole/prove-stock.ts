import { makeGuestOrder } from '../../support/guest-order.ts';
import type { OrderScene } from '../orders/order-scene.ts';
import type { SimWorld } from '../sim-world.ts';
import { readItem, readProduct, type Ware } from '../ware.ts';
import { readCount, type Wares } from '../wares.ts';
import { liveOn } from './live-on.ts';

/** Longer than the app waits before it looks at the count that it watches (`stock-probe.ts`). */
const PROVED_MS = 200_000;

/**
 * While nobody knows whether the till lowers its counts for our orders, some pieces may be off twice: it is put right
 * once an order has told (clover.md 6.4). So guests order once more, in peace, one who pays and one who does not.
 * False where that told nothing either (an order that waits for a person may hold the app's only probe for a day), or
 * nothing right: what people do to the very count that is watched is not always told from what the till does.
 */
export async function proveStock(world: SimWorld, scene: OrderScene, wares: Wares): Promise<boolean> {
  for (const payment of ['stripe', 'cod'] as const) {
    if (isKnown(world)) break;
    const ware = wares.all.find((one) => isOrderable(world, one));
    if (!ware) break;
    const id = scene.store.staff.placeOrder(
      makeGuestOrder({ payment, lines: [{ productId: ware.storeId ?? 0, quantity: 2, choices: [] }] }),
    );
    world.story.tell(`web order ${id}, in peace: 2 of ${ware.label}, ${payment}`);
    await liveOn(world, PROVED_MS);
  }
  if (!isKnown(world)) {
    world.story.note('stock owner unknown');
    return false;
  }
  const isRight = isTrue(world);
  const said = isSaid(world) ? 'said' : 'known';
  world.story.note(isRight ? `stock owner ${said}` : `stock owner mistaken, ${said}`);
  return isRight;
}

/** A person has said it (`stock.whoLowersTill`), rightly or not: the app goes by that. */
const isSaid = ({ rules }: SimWorld): boolean => (rules['stock.whoLowersTill'] ?? 'auto') !== 'auto';

function readAnswers(world: SimWorld): { readonly who: string | null; readonly moment: string | null } {
  const found = world.eye.stockAnswers();
  return isSaid(world) ? { ...found, who: world.rules['stock.whoLowersTill'] ?? null } : found;
}

/** What the app found out, or was told, is what this till does. */
function isTrue(world: SimWorld): boolean {
  const { who, moment } = readAnswers(world);
  const { restOrderStock } = world.till.answers;
  if (restOrderStock === 'never') return who === 'app';
  return who === 'clover' && moment === (restOrderStock === 'onLine' ? 'line' : 'paid');
}

/** Of a till that never lowers it is no matter when. */
function isKnown(world: SimWorld): boolean {
  const { who, moment } = readAnswers(world);
  return who === 'app' || (who === 'clover' && moment !== null);
}

function isOrderable(world: SimWorld, ware: Ware): boolean {
  if (ware.goneOn !== null || !readItem(world, ware) || world.eye.isPlanned(ware.tillId ?? '')) return false;
  const product = readProduct(world, ware);
  const isAsked = world.eye.conflicts().some(({ cloverId }) => cloverId === ware.tillId);
  const isSold = product?.status === 'publish' && product.regularPrice !== '' && !isAsked;
  return isSold && readCount(world, ware, 'till') !== null && readCount(world, ware, 'store') !== null;
}

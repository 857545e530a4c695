import type { PracticeRandom } from '../../../src-practice/random.ts';
import type { TillAnswers } from '../../../src-practice/till/till.ts';
import { isLucky } from '../chance.ts';
import type { OrderScene } from './order-scene.ts';
import { tryDeed } from './try-deed.ts';

/** How the kitchen of a shop gets its paper. */
export interface KitchenPlan {
  /** What the till answers of prints (clover.md 7.10). */
  readonly answers: Partial<Pick<TillAnswers, 'printEvents' | 'autoPrintWhen'>>;
  /** The merchant’s property: the till prints by itself, or only says so (`autoPrintWhen` never). */
  readonly isAutoPrint: boolean;
  /** Who prints by a person’s word; null: nobody has said. */
  readonly chosen: OrderScene['printsBy'] | null;
  /** Prints by people among a hundred orders. */
  readonly printPercent: number;
}

/** Prints on request, and nobody asks for a second one. */
const PLAIN: KitchenPlan = { answers: {}, isAutoPrint: false, chosen: null, printPercent: 0 };
const PLAIN_PERCENT = 20;
/** People want another ticket of what is new. */
const RECENT = 12;

/** @param random a chance of its own: worlds whose kitchen is plain go the same way as before */
export function drawKitchen(random: PracticeRandom): KitchenPlan {
  if (isLucky(random, PLAIN_PERCENT)) return PLAIN;
  return {
    answers: {
      printEvents: isLucky(random, 20) ? 'missing' : 'served',
      autoPrintWhen: random.pick(['never', 'onOpen', 'onPaid']),
    },
    isAutoPrint: isLucky(random, 50),
    chosen: random.pick([null, null, 'app', 'till', 'till', 'off']),
    printPercent: random.pick([0, 15, 40]),
  };
}

/** Who has to print the one ticket that nobody asks for; a till that prints by itself is left to it until a person chose. */
export const namePrinter = ({ chosen, isAutoPrint }: KitchenPlan): OrderScene['printsBy'] =>
  chosen ?? (isAutoPrint ? 'till' : 'app');

/** Maybe somebody wants one of the newest orders on paper, at the till or in the app. */
export function maybePrint(world: OrderScene, { printPercent }: KitchenPlan, random: PracticeRandom): void {
  if (!isLucky(random, printPercent)) return;
  const { shown } = world.history;
  const order = shown.at(-1 - random.below(Math.min(RECENT, shown.length || 1)));
  const isAtTill = isLucky(random, 30);
  if (order === undefined) return;
  if (isAtTill) printAtTill(world, order.wooId, order.orderId);
  // Of one whose app dies meanwhile nobody hears the end.
  else
    reprint(world, order.wooId).catch((error: unknown) =>
      world.story.tell(`reprint ${order.wooId}: ${String(error)}`),
    );
}

function printAtTill({ till, story }: OrderScene, wooId: number, orderId: string): void {
  const isDone = tryDeed(() => {
    till.staff.print(orderId);
    return true;
  });
  if (!isDone) return;
  story.note('till printed by hand');
  story.tell(`till printed by hand: ${wooId} ${orderId}`);
}

async function reprint({ orders, story }: OrderScene, wooId: number): Promise<void> {
  story.tell(`person: prints ${wooId} once more`);
  const asked = await orders().reprint(String(wooId), new AbortController().signal);
  story.note(asked.ok ? 'reprint' : 'reprint refused');
  story.tell(`reprint ${wooId}: ${asked.ok ? 'sent' : asked.failure.code}`);
}

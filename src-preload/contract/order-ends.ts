import type { OrderLaneShape, PrintStateShape } from './order-shapes.ts';

/** What of a web order says whether it was called off, and whether the kitchen lacks its paper. */
export interface OrderSigns {
  readonly lane: OrderLaneShape;
  readonly print: PrintStateShape;
  readonly storeStatus: string;
  readonly tillStatus: string | null;
  readonly failure: { readonly code: string } | null;
}

type Statuses = Pick<OrderSigns, 'storeStatus' | 'tillStatus'>;

/** How an order was called off, in a word. */
export const END_WORDS = { cancelled: 'Cancelled', refunded: 'Refunded' } as const;

/** How an order was called off, in a word; null where it was not. */
export function sayCalledOff(statuses: Statuses): string | null {
  const end = findEnd(statuses);
  return end && END_WORDS[end];
}

type End = keyof typeof END_WORDS;

const findEnd = ({ storeStatus, tillStatus }: Statuses): End | null =>
  [storeStatus, tillStatus].find(
    (status): status is End => status === 'cancelled' || status === 'refunded',
  ) ?? null;

const OVER: readonly string[] = ['cancelled', 'refunded', 'trash', 'gone'];

/** Called off on a side: nobody should cook it any more. */
export const isCalledOff = ({ storeStatus, tillStatus }: Statuses): boolean =>
  OVER.includes(storeStatus) || OVER.includes(tillStatus ?? '');

const NO_PAPER: readonly PrintStateShape[] = ['failed', 'no-printer', 'not-available'];

/** Whether the kitchen may lack its ticket. */
export const lacksPaper = ({
  print,
  failure,
  lane,
}: Pick<OrderSigns, 'print' | 'failure' | 'lane'>): boolean =>
  lane === 'person' && (NO_PAPER.includes(print) || failure?.code === 'ORDER_PRINT_UNPROVED');

/** What is said of an order that nobody should cook any more, by how it ended. */
export const PRINT_NOTHING = {
  hint: 'A ticket was not printed, and none is needed. Make sure that the kitchen does not make the order, then choose "Seen".',
  cancelled: 'Cancelled: print nothing.',
  refunded: 'Refunded: print nothing.',
  deleted: 'Deleted: print nothing.',
} as const;

/**
 * What is said of an order that nobody should cook and whose ticket the kitchen may lack: the printer's own words
 * would mislead. null of any other order.
 */
export function sayPrintNothing(
  order: OrderSigns,
): { readonly message: string; readonly hint: string } | null {
  // Money that is still with the shop is what matters then.
  if (order.failure === null || order.failure.code === 'ORDER_GONE_ON_TILL') return null;
  if (!lacksPaper(order) || !isCalledOff(order)) return null;
  return { message: PRINT_NOTHING[findEnd(order) ?? 'deleted'], hint: PRINT_NOTHING.hint };
}

import type { OrderFlow } from './order-flow.ts';
import type { WebOrder } from './web-order.ts';

/**
 * A store's own key of an order, in short: the whole one opens the order's page to whoever has it. WooCommerce draws it
 * once, and no edit changes it, unlike the date of the order (woocommerce.md 4).
 * @returns '' where the store says none
 */
export function foldOrderKey(key: string): string {
  if (key === '') return '';
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

type Known = Pick<OrderFlow, 'storeKey' | 'createdMs' | 'storeAmount'>;
type Seen = Pick<WebOrder, 'key' | 'createdMs' | 'totalAmount'>;

/**
 * Whether the store means another order by an id that is known: a store that was put back from a copy of its own gives
 * ids again. Where no key was kept, the date alone does not say so: staff may edit it.
 */
export const isOtherOrder = (known: Known, seen: Seen): boolean =>
  known.storeKey !== '' && seen.key !== ''
    ? known.storeKey !== seen.key
    : known.createdMs !== seen.createdMs && known.storeAmount !== seen.totalAmount;

/** A mark on an order: how many others had its id before. */
const AGAIN = 'again:';
/** Attempts that each of them may have had on the till, so that no reference is met twice. */
export const ATTEMPTS_A_LIFE = 36;

export const countLives = ({ toldRefunds }: Pick<OrderFlow, 'toldRefunds'>): number =>
  Number(toldRefunds.find((mark) => mark.startsWith(AGAIN))?.slice(AGAIN.length) ?? 0);

export const markLife = (lives: number): readonly string[] => (lives === 0 ? [] : [`${AGAIN}${lives}`]);

/** An order of either side as stock looks at it: which things, how many, and whether they still count. */
export interface ShopOrder {
  readonly id: string;
  /** As a person knows it; equal to the id where the side has none. */
  readonly number: string;
  /** Tells it from another order that had its id before; absent where the side gives an id once. */
  readonly key?: string;
  /** Whether its lines have lowered (or will lower) that side's stock: paid or being worked on, not cancelled. */
  readonly isCounted: boolean;
  /** Whether the side itself says that it lowered counts; absent where it says nothing of it. */
  readonly hasTaken?: boolean;
  /** The side's own word: `processing`, `completed`, `open`, `locked`, ... */
  readonly status: string;
  readonly totalAmount: number;
  /** When it was made, by that side's clock, Unix milliseconds. */
  readonly createdMs: number;
  readonly lines: readonly ShopOrderLine[];
}

export interface ShopOrderLine {
  /** The Clover item id, or the WooCommerce product (or variation) id as text; empty for a free line. */
  readonly productId: string;
  readonly name: string;
  /** Sold less what was taken back by a refund. */
  readonly quantity: number;
  /** What the side itself says that it holds out of its count for this line; absent where it says nothing of it. */
  readonly taken?: number;
}

/**
 * Pieces that a line keeps out of its side's count. A store that writes it down is believed: what is refunded there
 * without its pieces, fails or goes to the trash keeps what it took (woocommerce.md 4).
 */
export const countTaken = ({ isCounted }: ShopOrder, { taken, quantity }: ShopOrderLine): number =>
  taken ?? (isCounted ? quantity : 0);

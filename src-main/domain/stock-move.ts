/** Why a count moved. A `count` is a person's word, `receipt` a rise that no order explains. */
export type MoveReason = 'sale' | 'refund' | 'cancel' | 'count' | 'receipt' | 'correction';

/** One movement of one product's stock. */
export interface StockMove {
  readonly id: number;
  readonly linkId: number;
  readonly side: 'till' | 'store';
  readonly reason: MoveReason;
  /** Negative: taken out. */
  readonly pieces: number;
  /** The order that it came from, as its side calls it; null where none did. */
  readonly orderId: string | null;
  readonly atMs: number;
}

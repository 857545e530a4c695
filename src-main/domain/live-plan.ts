import type { FieldName } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';
import type { FieldRuling } from './merge.ts';
import type { OrderSums } from './merge-stock.ts';
import type { Reach } from './reach.ts';

/** What a plan for changes in both directions knows besides the two sides. */
export interface LivePlan {
  readonly reach: Reach;
  /** What a person or a rule said about a field of a linked pair. */
  readonly ruling: (id: CloverId, field: FieldName) => FieldRuling | null;
  readonly orders: (id: CloverId) => OrderSums;
  /** Only these things were read: what has no link is left for a plan of everything. */
  readonly isPartial: boolean;
  /**
   * Till ids and store ids (as text) of new things that may be made on the other side, and store categories
   * (`keyNewCategory`), and variations of products that the till has (`keyNewVariant`); null: all of them.
   */
  readonly mayCreate: ReadonlySet<string> | null;
  /** The store was put back to an earlier copy: what it says is nobody's word, and a person is asked. */
  readonly isStoreOlder?: boolean;
  /** What is linked now may have been agreed on before (`OLDER_LINKS_MARK`): where it differs, a person is asked. */
  readonly asksFirst: boolean;
  /** Till ids of what an undo took back, and no import has brought again: left alone. */
  readonly undone: ReadonlySet<string>;
}

/** A store category that the till is to get, beside the ids of products. */
export const keyNewCategory = (id: WooId): string => `category ${id}`;

/** A variation that came to a product which the till has already. */
export const keyNewVariant = (id: WooId): string => `variant ${id}`;

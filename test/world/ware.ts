import type { ProductRecord } from '../../src-practice/store/store.ts';
import type { ItemRow } from '../../src-practice/till/till.ts';
import type { SimWorld } from './sim-world.ts';

export type Side = 'till' | 'store';

/** What people of both sides write. */
export const MEANT_FIELDS = ['name', 'price', 'sku', 'availability', 'categories'] as const;
/** What both sides are to say the same of; modifiers are written on the till only. */
export const FIELDS = [...MEANT_FIELDS, 'modifiers'] as const;
export type Field = (typeof FIELDS)[number];
export type Value = string | number;

/**
 * What people meant with one field. While both sides show the same, one word is the last; words that were
 * said on both sides before either could be seen on the other both count.
 */
export interface Meaning {
  readonly last: { readonly till?: Value; readonly store?: Value };
  /** What the other side's word was said against, by side: a word that takes itself back counts no more. */
  readonly before: { readonly till?: Value; readonly store?: Value };
  /** What a person decided against, as long as that can still be carried out or fall. */
  readonly overruled?: Meaning['last'];
}

/** One thing for sale as the people of the shop think of it, whichever side it was made on. */
export interface Ware {
  readonly label: string;
  readonly bornOn: Side;
  tillId: string | null;
  storeId: number | null;
  readonly isMember: boolean;
  readonly meanings: Map<Field, Meaning>;
  /** Pieces that there should be; null where nobody counts them. */
  pieces: number | null;
  /** A person took one side's count for both, or a count met a conflict: the sum says nothing. */
  isCountOpen: boolean;
  goneOn: Side | null;
  /** Fields in which an undo left the two sides different, until somebody says something new. */
  readonly leftDifferent: Set<Field>;
  /** Fields that were not kept in step when it was made: until they were agreed on once, their owner decides by rule. */
  readonly neverAgreed: Set<Field>;
}

export const readItem = ({ till }: SimWorld, { tillId }: Ware): ItemRow | null => {
  const item = tillId === null ? undefined : till.state.items.get(tillId);
  return item && item.deletedTime === undefined ? item : null;
};

export const readProduct = ({ store }: SimWorld, { storeId }: Ware): ProductRecord | null => {
  const product = storeId === null ? undefined : store.state.products.get(storeId);
  // A batch that puts a parent into the trash leaves its variations as they are, and nobody finds them there.
  const parent = product?.parentId ? store.state.products.get(product.parentId) : undefined;
  return product && product.status !== 'trash' && parent?.status !== 'trash' ? product : null;
};

import type { Shadow } from './fields.ts';
import type { CloverId, WooId } from './ids.ts';

/** A pair that was linked before, as a plan sees it. */
export interface KnownLink {
  readonly kind: 'product' | 'variation' | 'category';
  readonly cloverId: CloverId;
  readonly wooId: WooId;
  readonly parentWooId: WooId | null;
  readonly isDeleted: boolean;
  readonly name: string;
  readonly pinned: readonly string[];
  readonly shadow: Shadow | null;
}

/** What a person decided about an item that a plan could not decide: this product, or a new one. */
export type Choice = { readonly link: WooId } | 'create';

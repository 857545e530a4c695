declare const brand: unique symbol;

/** An id given by Clover: 13 characters of base 32 (clover.md 0). */
export type CloverId = string & { readonly [brand]: 'CloverId' };

/** An id given by WooCommerce: a positive whole number that only grows (WordPress post ids, term ids). */
export type WooId = number & { readonly [brand]: 'WooId' };

/** One run of a plan, an import or an undo. */
export type RunId = number & { readonly [brand]: 'RunId' };

export const asCloverId = (value: string): CloverId => value as CloverId;
export const asWooId = (value: number): WooId => value as WooId;
export const asRunId = (value: number): RunId => value as RunId;

// Where the last look at each side ended, by that side's own clock; kept in the ledger's meta.

/** Milliseconds: the newest `modifiedTime` of an item. */
export const TILL_CURSOR = 'cursor.till.items';
export const TILL_ORDER_CURSOR = 'cursor.till.orders';
/** `2026-11-21T10:00:00`, UTC. */
export const STORE_CURSOR = 'cursor.store.products';
/** Set once everything was compared: from then on the cursors tell all that is new. */
export const COMPARED_MARK = 'sync.compared';
/** Set from when the store was found put back from a copy (live/put-back.ts) until a person was told. */
export const PUT_BACK_MARK = 'store.putBack';
/** Set while the rules say something else than they did when everything was compared. */
export const RULES_MARK = 'sync.rulesChanged';
export const STORE_ORDER_CURSOR = 'cursor.store.orders';
/** The shop whose till, and whose store, was seen to lower its counts by orders (clover.md 6.4, woocommerce.md 4). */
export const FOLLOW_MARKS = { till: 'till.counts.follow', store: 'store.counts.follow' } as const;
/** With the shop: when (ledger’s clock) both sides' counts were last looked at and what moved was carried over. */
export const COUNTED_MARK = 'sync.counted';
/** Milliseconds of the till's time: movements of orders from before are one sum. */
export const FOLDED_MARK = 'stock.foldedBefore';
/** Ids of variations that were the store's alone when everything was compared: what is not among them is new. */
export const LEFT_VARIANTS = 'store.variants.left';

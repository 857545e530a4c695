/**
 * By what a store that was put back from a copy of its own is recognised, since its ids come again with other content:
 * of an order its own key (in short), of a product when it was made and changed last, by the store's clock.
 */
export const STORE_PUT_BACK = `
ALTER TABLE order_flow ADD COLUMN store_key TEXT NOT NULL DEFAULT '';
ALTER TABLE stock_move ADD COLUMN order_key TEXT NOT NULL DEFAULT '';
CREATE TABLE store_sight (
  woo_id INTEGER PRIMARY KEY,
  made TEXT NOT NULL,
  changed TEXT NOT NULL
) STRICT;
CREATE INDEX store_sight_newest ON store_sight (changed);
`;

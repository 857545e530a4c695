/** What long lists sort and search by, so that 20,000 products answer without reading their JSON. */
export const LISTINGS = `
ALTER TABLE shadow ADD COLUMN till_price REAL;
ALTER TABLE shadow ADD COLUMN store_price REAL;
ALTER TABLE shadow ADD COLUMN till_stock REAL;
ALTER TABLE shadow ADD COLUMN store_stock REAL;
UPDATE shadow SET
  till_price = fields ->> '$.price.till', store_price = fields ->> '$.price.store',
  till_stock = fields ->> '$.stock.till', store_stock = fields ->> '$.stock.store';
CREATE INDEX shadow_listed ON shadow (link_id, till_price, store_price);
CREATE INDEX journal_action ON journal (action);
`;

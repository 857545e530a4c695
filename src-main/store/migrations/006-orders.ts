/** Web orders on their way to the till, and what happened to each. */
export const ORDERS = `
CREATE TABLE order_flow (
  woo_id INTEGER NOT NULL,
  shop TEXT NOT NULL,
  number TEXT NOT NULL,
  step TEXT NOT NULL CHECK (step IN
    ('seen', 'placing', 'placed', 'paying', 'paid', 'printing', 'printed', 'reported')),
  hold TEXT CHECK (hold IN ('not-due', 'prerequisite', 'person', 'closed')),
  failure TEXT,
  ticket TEXT,
  customer_id TEXT,
  till_order_id TEXT,
  abandoned TEXT NOT NULL,
  payment_id TEXT,
  print_event_id TEXT,
  print TEXT NOT NULL,
  print_asked_ms INTEGER,
  reprints INTEGER NOT NULL,
  store_amount INTEGER NOT NULL,
  till_amount INTEGER,
  currency TEXT NOT NULL,
  store_status TEXT NOT NULL,
  till_status TEXT,
  told_store TEXT,
  told_till TEXT,
  told_refunds TEXT NOT NULL,
  is_status_due INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  not_before_ms INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  seen_ms INTEGER NOT NULL,
  placed_ms INTEGER,
  paid_ms INTEGER,
  printed_ms INTEGER,
  reported_ms INTEGER,
  PRIMARY KEY (woo_id, shop)
) STRICT, WITHOUT ROWID;
-- What is to be worked on: neither held nor over.
CREATE INDEX order_flow_due ON order_flow (shop, not_before_ms) WHERE hold IS NULL AND (step <> 'reported' OR is_status_due = 1);
CREATE INDEX order_flow_page ON order_flow (shop, created_ms DESC, woo_id DESC);
CREATE INDEX order_flow_step ON order_flow (shop, step, hold);
CREATE UNIQUE INDEX order_flow_till ON order_flow (till_order_id) WHERE till_order_id IS NOT NULL;

CREATE TABLE order_event (
  id INTEGER PRIMARY KEY,
  woo_id INTEGER NOT NULL,
  shop TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  what TEXT NOT NULL,
  text TEXT NOT NULL,
  request_id TEXT NOT NULL,
  FOREIGN KEY (woo_id, shop) REFERENCES order_flow (woo_id, shop) ON DELETE CASCADE
) STRICT;
CREATE INDEX order_event_order ON order_event (woo_id, shop, id);
`;

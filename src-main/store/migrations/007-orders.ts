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
-- Where people look for an order is told without reading its ticket.
CREATE INDEX order_flow_lane ON order_flow (shop, created_ms, woo_id, number, till_order_id, step, hold, print, failure);
CREATE INDEX order_flow_look ON order_flow (shop, woo_id) WHERE instr(ticket, '"isAttention":true') > 0 OR instr(ticket, '"isFlagged":true') > 0;
CREATE INDEX order_flow_printed ON order_flow (shop, printed_ms) WHERE printed_ms IS NOT NULL;
CREATE INDEX order_flow_step ON order_flow (shop, step, hold);
-- Asked with every look, in a file that holds years of orders.
CREATE INDEX order_flow_hold ON order_flow (shop, hold, created_ms, woo_id) WHERE hold IS NOT NULL;
CREATE INDEX order_flow_abandoned ON order_flow (shop, created_ms, woo_id) WHERE abandoned <> '[]';
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

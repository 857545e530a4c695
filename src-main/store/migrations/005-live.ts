/**
 * What is kept for changes after the import: hints, conflicts, "always do this", stock. A run may now be a sync, a
 * push or an import of counts, and a queue row may make an item that has no link yet: both tables are built anew, since
 * SQLite changes neither a CHECK nor a NOT NULL in place. Needs foreign keys off, or the rows of runs would go with them.
 */
export const LIVE = `
CREATE TABLE run_new (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'undo', 'sync', 'push', 'csv')),
  state TEXT NOT NULL,
  undoes INTEGER REFERENCES run (id),
  counts TEXT NOT NULL DEFAULT '{}',
  details TEXT NOT NULL DEFAULT '{}',
  created_ms INTEGER NOT NULL,
  finished_ms INTEGER
) STRICT;
INSERT INTO run_new (id, kind, state, undoes, counts, details, created_ms, finished_ms)
  SELECT id, kind, state, undoes, counts, details, created_ms, finished_ms FROM run;
DROP TABLE run;
ALTER TABLE run_new RENAME TO run;

-- A row writes to one side only: what differs on both is two rows.
ALTER TABLE run_change ADD COLUMN till_patch TEXT CHECK (till_patch IS NULL OR patch IS NULL);
ALTER TABLE run_change ADD COLUMN till_undo TEXT;

CREATE TABLE outbox_new (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id),
  change_id INTEGER NOT NULL REFERENCES run_change (id),
  -- null until the till has made the item and so named it
  link_id INTEGER REFERENCES link (id) ON DELETE CASCADE,
  lane TEXT NOT NULL,
  kind TEXT NOT NULL,
  woo_id INTEGER,
  clover_id TEXT,
  parent_clover_id TEXT,
  is_variable INTEGER NOT NULL,
  payload TEXT NOT NULL,
  intent_key TEXT NOT NULL UNIQUE,
  attempt INTEGER NOT NULL DEFAULT 0,
  floor_id INTEGER,
  state TEXT NOT NULL DEFAULT 'waiting',
  created_ms INTEGER NOT NULL
) STRICT;
INSERT INTO outbox_new (seq, run_id, change_id, link_id, lane, kind, woo_id, clover_id, parent_clover_id, is_variable,
    payload, intent_key, attempt, floor_id, state, created_ms)
  SELECT seq, run_id, change_id, link_id, lane, kind, woo_id, clover_id, parent_clover_id, is_variable,
    payload, intent_key, attempt, floor_id, state, created_ms FROM outbox;
-- A seq that was given once is not given again.
DELETE FROM sqlite_sequence WHERE name = 'outbox_new';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_new', seq FROM sqlite_sequence WHERE name = 'outbox';
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_next ON outbox (run_id, state, kind, is_variable DESC, seq);
CREATE INDEX outbox_parent ON outbox (run_id, state, kind, parent_clover_id);
CREATE INDEX outbox_queue ON outbox (run_id, state, kind, seq);
CREATE INDEX outbox_change ON outbox (change_id);
CREATE INDEX outbox_link ON outbox (link_id);

CREATE TABLE inbox (
  -- the place in the line, which a repeated hint does not lose
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('till', 'store')),
  key TEXT NOT NULL,
  first_ms INTEGER NOT NULL,
  UNIQUE (side, key)
) STRICT;
CREATE TABLE inbox_counter (only INTEGER PRIMARY KEY CHECK (only = 1), last_seq INTEGER NOT NULL) STRICT;
INSERT INTO inbox_counter (only, last_seq) VALUES (1, 0);

CREATE TABLE conflict (
  -- never given again: a late answer must not meet another conflict
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  link_id INTEGER NOT NULL REFERENCES link (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  base TEXT NOT NULL,
  till TEXT NOT NULL,
  store TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  ruling_take TEXT CHECK (ruling_take IN ('till', 'store', 'value')),
  ruling_value TEXT,
  seen_till TEXT,
  seen_store TEXT,
  UNIQUE (link_id, field)
) STRICT;

CREATE TABLE merge_rule (
  field TEXT PRIMARY KEY,
  take TEXT NOT NULL CHECK (take IN ('till', 'store')),
  since_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE stock_move (
  id INTEGER PRIMARY KEY,
  link_id INTEGER NOT NULL REFERENCES link (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('till', 'store')),
  reason TEXT NOT NULL CHECK (reason IN ('sale', 'refund', 'cancel', 'count', 'receipt', 'correction')),
  pieces REAL NOT NULL,
  order_id TEXT,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX stock_move_order ON stock_move (side, order_id, link_id, reason) WHERE order_id IS NOT NULL;
CREATE INDEX stock_move_link ON stock_move (link_id);
CREATE INDEX stock_move_sold ON stock_move (link_id, side, order_id, pieces) WHERE order_id IS NOT NULL;
CREATE INDEX stock_move_at ON stock_move (at_ms);

CREATE TABLE stock_rule (
  link_id INTEGER PRIMARY KEY REFERENCES link (id) ON DELETE CASCADE,
  low_threshold REAL,
  is_sold_out INTEGER NOT NULL CHECK (is_sold_out IN (0, 1)),
  back_ms INTEGER
) STRICT;
CREATE INDEX stock_rule_due ON stock_rule (back_ms) WHERE back_ms IS NOT NULL;
`;

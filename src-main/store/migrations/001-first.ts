/** The tables of the import: links and last agreed values, runs and their rows, the queue, journal, rules. */
export const FIRST = `
CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('product', 'variation', 'category')),
  clover_id TEXT NOT NULL,
  woo_id INTEGER,
  parent_woo_id INTEGER,
  group_id TEXT,
  name TEXT NOT NULL,
  sku TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'synced', 'error', 'conflict', 'deleted')),
  pinned TEXT NOT NULL DEFAULT '[]',
  last_synced_ms INTEGER,
  UNIQUE (kind, clover_id)
) STRICT;
-- Two till categories of one name share a store category; products never do.
CREATE UNIQUE INDEX link_woo ON link (kind, woo_id) WHERE woo_id IS NOT NULL AND kind <> 'category';
CREATE INDEX link_name ON link (name COLLATE NOCASE);
CREATE INDEX link_sku ON link (sku COLLATE NOCASE);

CREATE TABLE shadow (
  link_id INTEGER PRIMARY KEY REFERENCES link (id) ON DELETE CASCADE,
  fields TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('import', 'undo')),
  state TEXT NOT NULL,
  undoes INTEGER REFERENCES run (id),
  counts TEXT NOT NULL DEFAULT '{}',
  details TEXT NOT NULL DEFAULT '{}',
  created_ms INTEGER NOT NULL,
  finished_ms INTEGER
) STRICT;

CREATE TABLE run_change (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  action TEXT NOT NULL,
  reason TEXT NOT NULL,
  notes TEXT NOT NULL,
  clover_id TEXT,
  woo_id INTEGER,
  parent_clover_id TEXT,
  name TEXT NOT NULL,
  sku TEXT NOT NULL,
  decisions TEXT NOT NULL,
  patch TEXT,
  undo TEXT,
  suggestions TEXT NOT NULL,
  score INTEGER,
  state TEXT NOT NULL DEFAULT 'planned',
  failure TEXT,
  request_id TEXT,
  done_ms INTEGER,
  is_created INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX run_change_run ON run_change (run_id, id);
CREATE INDEX run_change_clover ON run_change (clover_id, id);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run (id),
  change_id INTEGER NOT NULL REFERENCES run_change (id),
  link_id INTEGER NOT NULL REFERENCES link (id) ON DELETE CASCADE,
  lane TEXT NOT NULL,
  kind TEXT NOT NULL,
  woo_id INTEGER,
  clover_id TEXT NOT NULL,
  parent_clover_id TEXT,
  is_variable INTEGER NOT NULL,
  payload TEXT NOT NULL,
  intent_key TEXT NOT NULL UNIQUE,
  attempt INTEGER NOT NULL DEFAULT 0,
  floor_id INTEGER,
  state TEXT NOT NULL DEFAULT 'waiting',
  created_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_next ON outbox (run_id, state, kind, is_variable DESC, seq);
CREATE INDEX outbox_parent ON outbox (run_id, state, kind, parent_clover_id);

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  level TEXT NOT NULL,
  action TEXT NOT NULL,
  side TEXT NOT NULL,
  entity TEXT NOT NULL,
  message TEXT NOT NULL,
  run_id INTEGER
) STRICT;
CREATE INDEX journal_at ON journal (at_ms);

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;

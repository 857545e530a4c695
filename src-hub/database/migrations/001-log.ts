/**
 * The log of hints. A shop has one row an object, whatever is told of it how often; a resync is the row with the
 * empty key, of one side or of both. `side`: 0 both, 1 till, 2 store.
 */
export const LOG = `
  CREATE TABLE log_shops (
    shop_id TEXT PRIMARY KEY,
    last_seq INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_rows (
    shop_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    side INTEGER NOT NULL CHECK (side IN (0, 1, 2)),
    key TEXT NOT NULL,
    times INTEGER NOT NULL,
    first_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    reason TEXT,
    PRIMARY KEY (shop_id, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX log_rows_by_object ON log_rows (shop_id, side, key);
  CREATE TABLE log_cursors (
    shop_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (shop_id, device_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE log_digests (
    digest TEXT PRIMARY KEY,
    at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX log_digests_by_age ON log_digests (at_ms);
`;

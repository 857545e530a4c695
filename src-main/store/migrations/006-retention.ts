/**
 * What lets old rows go: a refused row says for itself that it is settled (the newer row that made up for it may be
 * gone), movements of long ago are one row, and which products differ is known without any run.
 */
export const RETENTION = `
ALTER TABLE run_change ADD COLUMN released_ms INTEGER;
CREATE INDEX run_change_woo ON run_change (woo_id, id) WHERE woo_id IS NOT NULL;
CREATE INDEX run_undoes ON run (undoes) WHERE undoes IS NOT NULL;
ALTER TABLE stock_move ADD COLUMN is_carry INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX stock_move_carry ON stock_move (link_id, side, reason) WHERE is_carry = 1;
CREATE TABLE left_different (
  link_id INTEGER PRIMARY KEY REFERENCES link (id) ON DELETE CASCADE
) STRICT;
`;

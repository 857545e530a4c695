/** What the hub keeps to watch a shop: how it does, order ids with totals, and outages. */
export const OPS = `
CREATE TABLE heartbeat (
  shop_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  slot INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  app_version TEXT NOT NULL,
  till TEXT NOT NULL,
  store TEXT NOT NULL,
  waiting INTEGER NOT NULL,
  needs_you INTEGER NOT NULL,
  is_last INTEGER NOT NULL,
  PRIMARY KEY (shop_id, at_ms, device_id),
  UNIQUE (device_id, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX heartbeat_time ON heartbeat(at_ms);

CREATE TABLE report (
  shop_id TEXT NOT NULL,
  woo_id INTEGER NOT NULL,
  clover_id TEXT,
  total_cents INTEGER NOT NULL,
  currency TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  keep_until_ms INTEGER NOT NULL,
  PRIMARY KEY (shop_id, woo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_shop_time ON report(shop_id, at_ms);
CREATE INDEX report_end ON report(keep_until_ms);

CREATE TABLE outage (
  id INTEGER PRIMARY KEY,
  shop_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  began_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  mail TEXT NOT NULL,
  end_mail TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outage_shop ON outage(shop_id);
CREATE UNIQUE INDEX outage_open ON outage(shop_id, kind) WHERE ended_ms IS NULL;
`;

/** Shops, their devices, and what verifies their webhooks. Secrets are sealed or hashed; see tenants/README.md. */
export const TENANTS = `
CREATE TABLE shop (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  merchant_id TEXT UNIQUE,
  email TEXT NOT NULL DEFAULT '',
  keeps_reports INTEGER NOT NULL DEFAULT 1,
  made_ms INTEGER NOT NULL,
  till_hook_ms INTEGER,
  store_hook_ms INTEGER,
  clover_app_id TEXT,
  clover_code BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE woo_secret (
  id INTEGER PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop(id),
  sealed BLOB NOT NULL,
  until_ms INTEGER
) STRICT;
CREATE INDEX woo_secret_shop ON woo_secret(shop_id);

CREATE TABLE device (
  id TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop(id),
  name TEXT NOT NULL,
  token_hash BLOB NOT NULL UNIQUE,
  paired_ms INTEGER NOT NULL,
  seen_ms INTEGER,
  thinks_alone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX device_shop ON device(shop_id);

CREATE TABLE invitation (
  label TEXT PRIMARY KEY,
  shop_id TEXT NOT NULL REFERENCES shop(id),
  secret_hash BLOB NOT NULL,
  until_ms INTEGER NOT NULL,
  tries_left INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_shop ON invitation(shop_id);

CREATE TABLE lease (
  shop_id TEXT PRIMARY KEY REFERENCES shop(id),
  epoch INTEGER NOT NULL,
  device_id TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE hub_fact (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;

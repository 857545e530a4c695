/**
 * Shops, PCs and what watches over them, as in SQLite. `tenant_change` says which shop's picture is to be taken anew: by
 * the number of the transaction, so that nobody who asks "since when" passes one over that was committed late.
 */
export const TENANTS = `
CREATE TABLE shop (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  merchant_id text COLLATE "C" UNIQUE,
  email text NOT NULL DEFAULT '',
  keeps_reports bigint NOT NULL DEFAULT 1,
  made_ms bigint NOT NULL,
  till_hook_ms bigint,
  store_hook_ms bigint,
  clover_app_id text COLLATE "C",
  clover_code bytea
);
CREATE INDEX shop_app ON shop (clover_app_id) WHERE clover_app_id IS NOT NULL;
CREATE TABLE woo_secret (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shop_id text COLLATE "C" NOT NULL REFERENCES shop (id),
  sealed bytea NOT NULL,
  until_ms bigint
);
CREATE INDEX woo_secret_shop ON woo_secret (shop_id);
CREATE TABLE device (
  id text COLLATE "C" PRIMARY KEY,
  shop_id text COLLATE "C" NOT NULL REFERENCES shop (id),
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  paired_ms bigint NOT NULL,
  seen_ms bigint,
  thinks_alone bigint NOT NULL DEFAULT 0
);
CREATE INDEX device_shop ON device (shop_id);
CREATE TABLE invitation (
  label text COLLATE "C" PRIMARY KEY,
  shop_id text COLLATE "C" NOT NULL REFERENCES shop (id),
  secret_hash bytea NOT NULL,
  until_ms bigint NOT NULL,
  tries_left bigint NOT NULL
);
CREATE INDEX invitation_shop ON invitation (shop_id);
CREATE TABLE hub_fact (
  name text COLLATE "C" PRIMARY KEY,
  value bytea NOT NULL,
  at_ms bigint NOT NULL
);
CREATE TABLE tenant_change (
  shop_id text COLLATE "C" PRIMARY KEY,
  xid xid8 NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tenant_change_by_xid ON tenant_change (xid);

CREATE FUNCTION hub_note_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE id text := CASE TG_TABLE_NAME
  WHEN 'shop' THEN (CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END) ->> 'id'
  ELSE (CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END) ->> 'shop_id' END;
BEGIN
  INSERT INTO tenant_change (shop_id, xid) VALUES (id, pg_current_xact_id())
    ON CONFLICT (shop_id) DO UPDATE SET xid = excluded.xid, at = now();
  PERFORM pg_notify('hub_tenants', id);
  RETURN NULL;
END $$;
CREATE TRIGGER hub_note_tenant AFTER INSERT OR DELETE OR UPDATE OF name, merchant_id, email, keeps_reports,
  clover_app_id, clover_code ON shop FOR EACH ROW EXECUTE FUNCTION hub_note_tenant();
CREATE TRIGGER hub_note_tenant AFTER INSERT OR DELETE OR UPDATE OF name, token_hash, thinks_alone ON device
  FOR EACH ROW EXECUTE FUNCTION hub_note_tenant();
CREATE TRIGGER hub_note_tenant AFTER INSERT OR DELETE OR UPDATE ON woo_secret
  FOR EACH ROW EXECUTE FUNCTION hub_note_tenant();

CREATE TABLE heartbeat (
  shop_id text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  slot bigint NOT NULL,
  at_ms bigint NOT NULL,
  app_version text NOT NULL,
  till text NOT NULL,
  store text NOT NULL,
  waiting bigint NOT NULL,
  needs_you bigint NOT NULL,
  is_last bigint NOT NULL,
  PRIMARY KEY (device_id, slot)
);
CREATE INDEX heartbeat_shop ON heartbeat (shop_id, at_ms);
CREATE INDEX heartbeat_time ON heartbeat (at_ms);
CREATE TABLE report (
  shop_id text COLLATE "C" NOT NULL,
  woo_id bigint NOT NULL,
  clover_id text,
  total_cents bigint NOT NULL,
  currency text NOT NULL,
  at_ms bigint NOT NULL,
  keep_until_ms bigint NOT NULL,
  PRIMARY KEY (shop_id, woo_id)
);
CREATE INDEX report_shop_time ON report (shop_id, at_ms);
CREATE INDEX report_end ON report (keep_until_ms);
CREATE TABLE outage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shop_id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  began_ms bigint NOT NULL,
  ended_ms bigint,
  mail text NOT NULL,
  end_mail text NOT NULL,
  tries bigint NOT NULL DEFAULT 0
);
CREATE INDEX outage_shop ON outage (shop_id);
CREATE UNIQUE INDEX outage_open ON outage (shop_id, kind) WHERE ended_ms IS NULL;
CREATE INDEX outage_due ON outage (id) WHERE mail = 'due' OR end_mail = 'due';
`;

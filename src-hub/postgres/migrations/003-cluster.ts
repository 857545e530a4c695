/**
 * What the nodes of a hub share beside the data: who is there, who may write for a shop, an app's quota, and approvals
 * under way (the store's keys in them are sealed for the one PC that asked).
 */
export const CLUSTER = `
CREATE TABLE hub_node (
  id text COLLATE "C" PRIMARY KEY,
  url text NOT NULL,
  seen timestamptz NOT NULL
);

-- A lease is over for whoever has seen neither epoch nor renewals change for its whole time, by a clock of their own:
-- no clock is compared with another machine's.
CREATE TABLE lease (
  shop_id text COLLATE "C" PRIMARY KEY REFERENCES shop (id),
  epoch bigint NOT NULL,
  device_id text COLLATE "C",
  renewals bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 70);

-- How the lease of a device's shop stands, claimed where it wishes it. p_over_*: what the caller has seen unchanged for
-- the time of a lease. The shop's row is locked: pairing, another claim and this come one after another.
CREATE FUNCTION hub_lease(p_device text, p_claims boolean, p_over_epoch bigint, p_over_renewals bigint)
RETURNS TABLE (
  shop text, current_epoch bigint, holder_id text, current_renewals bigint, is_held boolean, devices integer,
  holder_name text, untold_name text
) LANGUAGE plpgsql AS $$
DECLARE
  own_shop text;
  own lease%ROWTYPE;
  held boolean;
  untold text;
  paired integer;
BEGIN
  SELECT d.shop_id INTO own_shop FROM device d WHERE d.id = p_device;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM 1 FROM shop s WHERE s.id = own_shop FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM device d WHERE d.id = p_device) THEN RETURN; END IF;
  SELECT * INTO own FROM lease l WHERE l.shop_id = own_shop;
  IF NOT FOUND THEN own := ROW(own_shop, 0, NULL, 0)::lease; END IF;
  held := own.device_id IS NOT NULL
    AND NOT (own.epoch IS NOT DISTINCT FROM p_over_epoch AND own.renewals IS NOT DISTINCT FROM p_over_renewals);
  SELECT count(*) INTO paired FROM device d WHERE d.shop_id = own_shop;
  -- One that was last told that it is alone goes on without the hub, and so nobody else may write.
  SELECT d.name INTO untold FROM device d
    WHERE d.shop_id = own_shop AND d.id <> p_device AND d.thinks_alone = 1 ORDER BY d.paired_ms, d.id LIMIT 1;
  IF p_claims AND held AND own.device_id = p_device THEN
    UPDATE lease l SET renewals = l.renewals + 1 WHERE l.shop_id = own_shop RETURNING * INTO own;
  ELSIF p_claims AND NOT held AND untold IS NULL THEN
    INSERT INTO lease AS l (shop_id, epoch, device_id) VALUES (own_shop, 1, p_device)
      ON CONFLICT (shop_id) DO UPDATE SET epoch = l.epoch + 1, device_id = p_device, renewals = 0
      RETURNING * INTO own;
    held := true;
  END IF;
  -- It is told that it is alone: from now on nobody else is given the lease before it has read otherwise.
  IF paired = 1 AND NOT (held AND own.device_id <> p_device) THEN
    UPDATE device d SET thinks_alone = 1 WHERE d.id = p_device AND d.thinks_alone = 0;
  END IF;
  RETURN QUERY SELECT own_shop, own.epoch, own.device_id, own.renewals, held, paired,
    (SELECT d.name FROM device d WHERE d.id = own.device_id AND d.shop_id = own_shop), untold;
END $$;

-- What a node gave up counts as its own for a while: its last permits are still used.
CREATE TABLE permit_share (
  app_key text COLLATE "C" NOT NULL,
  node_id text COLLATE "C" NOT NULL,
  units integer NOT NULL,
  until timestamptz NOT NULL,
  former_units integer NOT NULL DEFAULT 0,
  former_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (app_key, node_id)
);
-- A node's part of an app's quota, for a while: never more than the others have left of it, and as much as is fair.
CREATE FUNCTION hub_take_share(p_app text, p_node text, p_units integer, p_for interval, p_settle interval)
RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  taken integer;
  sharing integer;
  mine integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('permits ' || p_app, 0));
  DELETE FROM permit_share WHERE app_key = p_app AND until <= clock_timestamp();
  SELECT coalesce(sum(greatest(units, CASE WHEN former_until > clock_timestamp() THEN former_units ELSE 0 END)), 0),
    count(*) INTO taken, sharing FROM permit_share WHERE app_key = p_app AND node_id <> p_node;
  mine := greatest(0, least(p_units - taken, ceil(p_units::numeric / (sharing + 1))::integer));
  INSERT INTO permit_share AS s (app_key, node_id, units, until)
    VALUES (p_app, p_node, mine, clock_timestamp() + p_for)
    ON CONFLICT (app_key, node_id) DO UPDATE SET
      former_units = CASE WHEN s.units > excluded.units THEN s.units ELSE s.former_units END,
      former_until = CASE WHEN s.units > excluded.units THEN clock_timestamp() + p_settle ELSE s.former_until END,
      units = excluded.units, until = excluded.until;
  RETURN mine;
END $$;

CREATE TABLE approval (
  user_id text COLLATE "C" PRIMARY KEY,
  device_id text COLLATE "C" NOT NULL,
  shop_id text COLLATE "C" NOT NULL,
  public_key text NOT NULL,
  until_ms bigint NOT NULL,
  sealed text,
  is_refused bigint NOT NULL DEFAULT 0
);
CREATE INDEX approval_device ON approval (device_id);
`;

/**
 * The log of hints, as in SQLite's (001-log.ts there), for several nodes at once. A shop's row in `log_shops` is locked
 * by whoever writes for the shop, so that its numbers become visible in their order and no reader passes one over.
 * Rows are spread over partitions by the hash of the shop: each is vacuumed by itself. `covers`: no device has been sent
 * this resync, so it stands for what is told after it.
 */
export const LOG = `
CREATE TABLE log_shops (
  shop_id text COLLATE "C" PRIMARY KEY,
  last_seq bigint NOT NULL DEFAULT 0,
  -- Never fewer rows than wait.
  most_rows integer NOT NULL DEFAULT 0
) WITH (fillfactor = 70);
CREATE TABLE log_rows (
  shop_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  side smallint NOT NULL CHECK (side IN (0, 1, 2)),
  key text COLLATE "C" NOT NULL,
  times integer NOT NULL,
  first_ms bigint NOT NULL,
  last_ms bigint NOT NULL,
  reason text,
  covers boolean NOT NULL DEFAULT false,
  PRIMARY KEY (shop_id, side, key)
) PARTITION BY HASH (shop_id);
CREATE INDEX log_rows_by_seq ON log_rows (shop_id, seq);
DO $$ BEGIN
  FOR part IN 0..7 LOOP
    EXECUTE format('CREATE TABLE log_rows_%s PARTITION OF log_rows FOR VALUES WITH (MODULUS 8, REMAINDER %s)
      WITH (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.2)', part, part);
  END LOOP;
END $$;
CREATE TABLE log_cursors (
  shop_id text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (shop_id, device_id)
) WITH (fillfactor = 70);
CREATE TABLE log_digests (
  digest text COLLATE "C" PRIMARY KEY,
  at_ms bigint NOT NULL
);
CREATE INDEX log_digests_by_age ON log_digests (at_ms);

-- In one order for everybody, so that no two batches wait for each other. What is only acknowledged makes no shop.
CREATE FUNCTION hub_log_lock(p_made text[], p_others text[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log_shops (shop_id) SELECT DISTINCT shop COLLATE "C" FROM unnest(p_made) AS t (shop) ORDER BY 1
    ON CONFLICT DO NOTHING;
  PERFORM 1 FROM log_shops WHERE shop_id = ANY (p_made || p_others) ORDER BY shop_id FOR NO KEY UPDATE;
END $$;

-- Rows up to a number become one resync, where the newest of them stood. Side 0: of both.
CREATE FUNCTION hub_log_collapse_up_to(p_shop text, p_side integer, p_up_to bigint, p_reason text)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE newest record;
BEGIN
  SELECT max(seq) AS seq, max(last_ms) AS last_ms INTO newest FROM log_rows
    WHERE shop_id = p_shop AND seq <= p_up_to AND (p_side = 0 OR side = p_side);
  IF newest.seq IS NULL THEN RETURN false; END IF;
  DELETE FROM log_rows WHERE shop_id = p_shop AND seq <= p_up_to AND (p_side = 0 OR side = p_side);
  INSERT INTO log_rows AS r (shop_id, seq, side, key, times, first_ms, last_ms, reason)
    VALUES (p_shop, newest.seq, p_side, '', 1, newest.last_ms, newest.last_ms, p_reason)
    ON CONFLICT (shop_id, side, key) DO NOTHING;
  RETURN true;
END $$;

CREATE FUNCTION hub_log_bound(p_shop text, p_seq_before bigint, p_most integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  waiting integer;
  fuller integer;
BEGIN
  SELECT count(*) INTO waiting FROM log_rows WHERE shop_id = p_shop;
  IF waiting > p_most THEN
    SELECT side INTO fuller FROM log_rows WHERE shop_id = p_shop AND side > 0
      GROUP BY side ORDER BY count(*) DESC LIMIT 1;
    PERFORM hub_log_collapse_up_to(p_shop, fuller, p_seq_before, 'too many changes waited');
    SELECT count(*) INTO waiting FROM log_rows WHERE shop_id = p_shop;
    IF waiting > p_most THEN
      PERFORM hub_log_collapse_up_to(p_shop, 0, 9007199254740991, 'too many changes at once');
      waiting := 1;
    END IF;
  END IF;
  UPDATE log_shops SET most_rows = waiting WHERE shop_id = p_shop;
END $$;

-- Drops what waits and leaves a resync with a new number; false where an unsent one says the same. The shop is locked.
CREATE FUNCTION hub_log_collapse(p_shop text, p_side integer, p_reason text, p_ms bigint)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE next_seq bigint;
BEGIN
  IF EXISTS (SELECT 1 FROM log_rows WHERE shop_id = p_shop AND side IN (0, p_side) AND key = '' AND covers) THEN
    RETURN false;
  END IF;
  UPDATE log_shops SET last_seq = last_seq + 1, most_rows = most_rows + 1 WHERE shop_id = p_shop
    RETURNING last_seq INTO next_seq;
  DELETE FROM log_rows WHERE shop_id = p_shop AND (p_side = 0 OR side = p_side);
  INSERT INTO log_rows (shop_id, seq, side, key, times, first_ms, last_ms, reason, covers)
    VALUES (p_shop, next_seq, p_side, '', 1, p_ms, p_ms, p_reason, true);
  RETURN true;
END $$;

-- Hints of shops that are locked; returns the shops that have news.
CREATE FUNCTION hub_log_append(p_shops text[], p_sides integer[], p_keys text[], p_ms bigint[], p_most integer)
RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE written record;
BEGIN
  FOR written IN
    WITH told AS (
      SELECT h.shop_id COLLATE "C" AS shop_id, h.side, h.key COLLATE "C" AS key, count(*)::integer AS times,
        min(h.at_ms) AS first_ms, max(h.at_ms) AS last_ms, max(h.ord) AS ord
      FROM unnest(p_shops, p_sides, p_keys, p_ms) WITH ORDINALITY AS h (shop_id, side, key, at_ms, ord)
      WHERE NOT EXISTS (
        SELECT 1 FROM log_rows c
        WHERE c.shop_id = h.shop_id AND c.side IN (0, h.side) AND c.key = '' AND c.covers
      )
      GROUP BY 1, 2, 3
    ), numbered AS (
      SELECT told.*, s.last_seq + row_number() OVER (PARTITION BY told.shop_id ORDER BY told.ord) AS seq
      FROM told JOIN log_shops s ON s.shop_id = told.shop_id
    ), kept AS (
      INSERT INTO log_rows AS r (shop_id, seq, side, key, times, first_ms, last_ms)
      SELECT shop_id, seq, side, key, times, first_ms, last_ms FROM numbered
      ON CONFLICT (shop_id, side, key) DO UPDATE SET seq = excluded.seq, times = r.times + excluded.times,
        last_ms = greatest(r.last_ms, excluded.last_ms)
      RETURNING r.shop_id, r.seq
    ), counted AS (
      SELECT shop_id, count(*)::integer AS rows, max(seq) AS last_seq FROM kept GROUP BY shop_id
    )
    UPDATE log_shops s SET last_seq = c.last_seq, most_rows = s.most_rows + c.rows
    FROM counted c WHERE s.shop_id = c.shop_id
    RETURNING s.shop_id, s.last_seq - c.rows AS seq_before, s.most_rows
  LOOP
    IF written.most_rows > p_most THEN
      PERFORM hub_log_bound(written.shop_id, written.seq_before, p_most);
    END IF;
    RETURN NEXT written.shop_id;
  END LOOP;
END $$;

-- Deletes what every device of the shops has.
CREATE FUNCTION hub_log_drop_acknowledged(p_shops text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM log_rows r
  USING (SELECT shop_id, min(seq) AS least FROM log_cursors WHERE shop_id = ANY (p_shops) GROUP BY shop_id) c
  WHERE r.shop_id = c.shop_id AND r.seq <= c.least;
$$;

-- Cursors move forward alone; one beyond the shop's last number raises that. The shops are locked.
CREATE FUNCTION hub_log_acknowledge(p_shops text[], p_devices text[], p_seqs bigint[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE moved text[];
BEGIN
  WITH told AS (
    SELECT a.shop_id, a.device_id, max(a.seq) AS seq
    FROM unnest(p_shops, p_devices, p_seqs) AS a (shop_id, device_id, seq) GROUP BY 1, 2
  ), forward AS (
    UPDATE log_cursors c SET seq = told.seq FROM told
    WHERE c.shop_id = told.shop_id AND c.device_id = told.device_id AND c.seq < told.seq
    RETURNING c.shop_id, c.seq
  ), raised AS (
    UPDATE log_shops s SET last_seq = f.seq FROM (SELECT shop_id, max(seq) AS seq FROM forward GROUP BY 1) f
    WHERE s.shop_id = f.shop_id AND s.last_seq < f.seq
  ), sent AS (
    UPDATE log_rows r SET covers = false FROM (SELECT shop_id, max(seq) AS seq FROM forward GROUP BY 1) f
    WHERE r.shop_id = f.shop_id AND r.side IN (0, 1, 2) AND r.key = '' AND r.covers AND r.seq <= f.seq
  )
  SELECT array_agg(DISTINCT shop_id) INTO moved FROM forward;
  IF moved IS NOT NULL THEN PERFORM hub_log_drop_acknowledged(moved); END IF;
END $$;

-- A device begins at the shop's last number. It will not be sent a resync that waits, so later hints must not hide there.
CREATE FUNCTION hub_log_open_cursor(p_shop text, p_device text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO log_cursors (shop_id, device_id, seq)
    SELECT shop_id, p_device, last_seq FROM log_shops WHERE shop_id = p_shop ON CONFLICT DO NOTHING;
  IF FOUND THEN
    UPDATE log_rows SET covers = false WHERE shop_id = p_shop AND side IN (0, 1, 2) AND key = '' AND covers;
  END IF;
END $$;

-- All that many requests have to write, as one commit. Returns the shops that have news.
CREATE FUNCTION hub_log_commit(
  p_shops text[], p_sides integer[], p_keys text[], p_ms bigint[], p_digests text[], p_digest_ms bigint[],
  a_shops text[], a_devices text[], a_seqs bigint[], p_rare jsonb, p_most integer
) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE rare record;
BEGIN
  PERFORM hub_log_lock(
    p_shops || ARRAY(SELECT item ->> 'shopId' FROM jsonb_array_elements(p_rare) AS t (item)), a_shops
  );
  IF cardinality(p_digests) > 0 THEN
    INSERT INTO log_digests (digest, at_ms)
      SELECT d.digest, max(d.at_ms) FROM unnest(p_digests, p_digest_ms) AS d (digest, at_ms) GROUP BY 1 ORDER BY 1
      ON CONFLICT (digest) DO UPDATE SET at_ms = excluded.at_ms;
  END IF;
  FOR rare IN
    SELECT * FROM jsonb_to_recordset(p_rare)
      AS t (kind text, "shopId" text, "deviceId" text, side integer, reason text, "atMs" bigint)
  LOOP
    IF rare.kind = 'open' THEN
      PERFORM hub_log_open_cursor(rare."shopId", rare."deviceId");
    ELSIF rare.kind = 'drop' THEN
      DELETE FROM log_cursors WHERE shop_id = rare."shopId" AND device_id = rare."deviceId";
      PERFORM hub_log_drop_acknowledged(ARRAY[rare."shopId"]);
    ELSIF hub_log_collapse(rare."shopId", rare.side, rare.reason, rare."atMs") THEN
      RETURN NEXT rare."shopId";
    END IF;
  END LOOP;
  IF cardinality(p_shops) > 0 THEN
    RETURN QUERY SELECT hub_log_append(p_shops, p_sides, p_keys, p_ms, p_most);
  END IF;
  IF cardinality(a_shops) > 0 THEN PERFORM hub_log_acknowledge(a_shops, a_devices, a_seqs); END IF;
END $$;

-- Objects that were last told of before that become one resync a side. Returns the shops that have news.
CREATE FUNCTION hub_log_prune(p_shops text[], p_before_ms bigint, p_reason text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE old record;
BEGIN
  PERFORM hub_log_lock('{}', p_shops);
  FOR old IN
    SELECT shop_id, side, max(seq) AS seq FROM log_rows
    WHERE shop_id = ANY (p_shops) AND last_ms < p_before_ms AND key <> '' GROUP BY 1, 2
  LOOP
    PERFORM hub_log_collapse_up_to(old.shop_id, old.side, old.seq, p_reason);
    RETURN NEXT old.shop_id;
  END LOOP;
END $$;

CREATE FUNCTION hub_log_erase(p_shop text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  PERFORM hub_log_lock('{}', ARRAY[p_shop]);
  DELETE FROM log_rows WHERE shop_id = p_shop;
  DELETE FROM log_cursors WHERE shop_id = p_shop;
  DELETE FROM log_digests WHERE digest >= p_shop || ':' AND digest < p_shop || ';';
  DELETE FROM log_shops WHERE shop_id = p_shop;
END $$;
`;

/**
 * Guesses of pairing codes count for all nodes together. A node's name says which process has it, so that two under one
 * name are noticed. A share that becomes smaller twice in a row counts as its largest until the last permits are used.
 */
export const SHARED_GUESSES = `
CREATE TABLE pairing_guess (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Hashed with the hub's key: nobody's address is written down.
  network bytea NOT NULL,
  at_ms bigint NOT NULL
);
-- Counts a guess of a network where it and everybody together have some left; false where not.
CREATE FUNCTION hub_take_guess(p_network bytea, p_now_ms bigint, p_window_ms bigint, p_most_own integer, p_most integer)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  own integer;
  everybody integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('guesses', 0));
  -- A clock that was set back must not keep a guess for ever.
  DELETE FROM pairing_guess WHERE at_ms <= p_now_ms - p_window_ms OR at_ms > p_now_ms + p_window_ms;
  SELECT count(*) FILTER (WHERE network = p_network), count(*) INTO own, everybody FROM pairing_guess;
  IF own >= p_most_own OR everybody >= p_most THEN RETURN false; END IF;
  INSERT INTO pairing_guess (network, at_ms) VALUES (p_network, p_now_ms);
  RETURN true;
END $$;

ALTER TABLE hub_node ADD COLUMN process text;

CREATE OR REPLACE FUNCTION hub_take_share(p_app text, p_node text, p_units integer, p_for interval, p_settle interval)
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
      former_units = CASE WHEN s.units <= excluded.units THEN s.former_units
        WHEN s.former_until > clock_timestamp() THEN greatest(s.units, s.former_units) ELSE s.units END,
      former_until = CASE WHEN s.units > excluded.units THEN clock_timestamp() + p_settle ELSE s.former_until END,
      units = excluded.units, until = excluded.until;
  RETURN mine;
END $$;
`;

/** A newer row of the same product and side, in one of these states; `run_change` is the refused row. */
const newer = (states: string): string => `newer.id > run_change.id AND newer.state IN (${states})
  AND (newer.till_patch IS NULL) = (run_change.till_patch IS NULL)`;

/** What the till could not make has no id there yet; what made up for it later has one. */
const overtaken = (states: string): string => `CASE WHEN clover_id IS NULL
  THEN EXISTS (
    SELECT 1 FROM run_change AS newer
    WHERE newer.woo_id = run_change.woo_id AND newer.kind = run_change.kind AND ${newer(states)})
  ELSE EXISTS (
    SELECT 1 FROM run_change AS newer WHERE newer.clover_id = run_change.clover_id AND ${newer(states)}) END`;

/** Refused, not settled by anybody, and nothing newer made up for it or is about to. */
export const PARKED = `state = 'failed' AND released_ms IS NULL AND NOT ${overtaken("'done', 'failed', 'waiting'")}`;

/** Refused, and something newer has made up for it. */
export const OVERTAKEN = `state = 'failed' AND released_ms IS NULL AND ${overtaken("'done', 'failed'")}`;

/** A refusal in the log is kept as what it was, so that every reader says it in its own sentence. */
export const JOURNAL_FAILURE = `
ALTER TABLE journal ADD COLUMN failure TEXT;
CREATE INDEX run_change_failed ON run_change (run_id) WHERE state = 'failed';
CREATE INDEX run_change_left ON run_change (run_id)
  WHERE reason IN ('EDITED_IN_STORE', 'EDITED_ON_BOTH', 'LEFT_DIFFERENT') OR state = 'undone';
`;

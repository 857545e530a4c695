/** What a person is to be told; what nobody has seen outlives a restart. */
export const ALERTS = `
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  opens TEXT NOT NULL,
  count INTEGER NOT NULL,
  since_ms INTEGER NOT NULL,
  last_ms INTEGER NOT NULL,
  seen_ms INTEGER,
  desktop_ms INTEGER,
  mail_ms INTEGER
) STRICT;
CREATE INDEX alert_unseen ON alert (since_ms, id) WHERE seen_ms IS NULL;
`;

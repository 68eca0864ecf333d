-- id: SHA-256 of the session id in the cookie. An ended session keeps its row until it expires, so that a request which
-- was under way when it ended cannot write it back to life.
CREATE TABLE session (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  data TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX session_by_expiry ON session (expires_at);

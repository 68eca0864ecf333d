-- secret_hash: SHA-256 of the secret in the link. Whoever reads this file or a backup cannot use a link.
CREATE TABLE one_time_link (
  secret_hash TEXT PRIMARY KEY CHECK (length(secret_hash) > 0),
  purpose TEXT NOT NULL CHECK (purpose IN ('first-account', 'invite', 'reset-password')),
  study_id INTEGER REFERENCES study (id) ON DELETE CASCADE,
  role TEXT CHECK (role IN ('owner', 'designer', 'analyst')),
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  CHECK ((purpose = 'invite') = (study_id IS NOT NULL AND role IS NOT NULL)),
  CHECK ((purpose = 'reset-password') = (account_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

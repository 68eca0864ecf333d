-- draft is the study file's text, byte for byte: exporting what was imported gives the same file.
CREATE TABLE study (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
  draft TEXT NOT NULL,
  draft_revision INTEGER NOT NULL DEFAULT 1 CHECK (draft_revision >= 1),
  draft_changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE study_member (
  study_id INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'designer', 'analyst')),
  PRIMARY KEY (study_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX study_member_by_account ON study_member (account_id);

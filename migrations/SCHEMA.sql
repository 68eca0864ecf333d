-- What the database looks like after all migrations. Generated; test/storage/schema.test.ts keeps it true.

CREATE TABLE migration (
  name TEXT PRIMARY KEY,
  checksum TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL CHECK (length(email) > 0),
  email_folded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35 AND instr(language, ' ') = 0),
  password_hash TEXT NOT NULL CHECK (length(password_hash) > 0)
) STRICT;

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

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  study_id INTEGER NOT NULL REFERENCES study (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  document TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  answer_keys TEXT NOT NULL CHECK (json_valid(answer_keys) AND json_type(answer_keys) = 'array'),
  note TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  UNIQUE (study_id, number),
  UNIQUE (study_id, id)
) STRICT;

CREATE TRIGGER version_never_changes BEFORE UPDATE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version never changes');
END;

CREATE TRIGGER version_is_never_deleted BEFORE DELETE ON version
BEGIN
  SELECT RAISE(ABORT, 'a version is never deleted');
END;

CREATE TRIGGER version_is_never_replaced BEFORE INSERT ON version
WHEN EXISTS (
  SELECT 1 FROM version
  WHERE id = NEW.id OR (study_id = NEW.study_id AND number = NEW.number)
)
BEGIN
  SELECT RAISE(ABORT, 'a version is never replaced');
END;

CREATE TABLE deployment (
  id INTEGER PRIMARY KEY,
  study_id INTEGER NOT NULL REFERENCES study (id),
  version_id INTEGER NOT NULL,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  mode TEXT NOT NULL CHECK (mode IN ('open-link')),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  UNIQUE (study_id, mode),
  FOREIGN KEY (study_id, version_id) REFERENCES version (study_id, id)
) STRICT;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
  version_id INTEGER NOT NULL REFERENCES version (id),
  deployment_id INTEGER REFERENCES deployment (id),
  mode TEXT NOT NULL CHECK (mode IN ('web', 'imported', 'simulated')),
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35 AND instr(language, ' ') = 0),
  pages_sent INTEGER NOT NULL CHECK (pages_sent >= 0),
  layout TEXT CHECK (layout IN ('stacked', 'row')),
  consent_id INTEGER REFERENCES consent (id),
  started_day INTEGER NOT NULL CHECK (started_day BETWEEN 20000101 AND 99991231),
  finished_day INTEGER CHECK (finished_day BETWEEN 20000101 AND 99991231),
  answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'array'),
  state TEXT GENERATED ALWAYS AS (iif(finished_day IS NULL, 'in-progress', 'finished')) VIRTUAL, import_id INTEGER REFERENCES import (id)
  CHECK (import_id IS NULL OR mode = 'imported'),
  CHECK (mode <> 'web' OR (deployment_id IS NOT NULL AND consent_id IS NOT NULL)),
  CHECK (mode = 'web' OR finished_day IS NOT NULL)
) STRICT;

CREATE INDEX submission_by_version ON submission (version_id);

CREATE TRIGGER submission_stays_in_its_study BEFORE INSERT ON submission
WHEN NEW.deployment_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM deployment JOIN version ON version.study_id = deployment.study_id
  WHERE deployment.id = NEW.deployment_id AND version.id = NEW.version_id
)
BEGIN
  SELECT RAISE(ABORT, 'the version is not one of the deployment''s study');
END;

CREATE TRIGGER submission_stays_what_it_is BEFORE UPDATE OF id, key, version_id, deployment_id, mode ON submission
BEGIN
  SELECT RAISE(ABORT, 'a submission keeps its key, version, deployment and mode');
END;

CREATE TRIGGER submission_once_finished_stays BEFORE UPDATE ON submission
WHEN OLD.finished_day IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a finished submission never changes');
END;

CREATE TRIGGER submission_update_is_counted AFTER UPDATE ON submission
BEGIN
  UPDATE submission_tally SET
    finished = finished + (NEW.finished_day IS NOT NULL) - (OLD.finished_day IS NOT NULL),
    changes = changes + 1
  WHERE version_id = OLD.version_id AND mode = OLD.mode;
END;

CREATE INDEX submission_by_import ON submission (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER submission_joins_an_open_import BEFORE INSERT ON submission
WHEN NEW.import_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM import WHERE id = NEW.import_id AND version_id = NEW.version_id AND whole = 0
)
BEGIN
  SELECT RAISE(ABORT, 'the import is not open, or of another version');
END;

CREATE TRIGGER submission_insert_is_counted AFTER INSERT ON submission
WHEN NEW.import_id IS NULL
BEGIN
  INSERT INTO submission_tally (version_id, mode, started, finished, changes)
  VALUES (NEW.version_id, NEW.mode, 1, NEW.finished_day IS NOT NULL, 1)
  ON CONFLICT (version_id, mode) DO UPDATE SET
    started = started + 1,
    finished = finished + excluded.finished,
    changes = changes + 1;
END;

CREATE TRIGGER submission_delete_is_counted AFTER DELETE ON submission
WHEN OLD.import_id IS NULL OR EXISTS (SELECT 1 FROM import WHERE id = OLD.import_id AND whole = 1)
BEGIN
  UPDATE submission_tally SET
    started = started - 1,
    finished = finished - (OLD.finished_day IS NOT NULL),
    changes = changes + 1
  WHERE version_id = OLD.version_id AND mode = OLD.mode;
END;

CREATE TABLE submission_tally (
  version_id INTEGER NOT NULL REFERENCES version (id),
  mode TEXT NOT NULL,
  started INTEGER NOT NULL CHECK (started >= 0),
  finished INTEGER NOT NULL CHECK (finished BETWEEN 0 AND started),
  changes INTEGER NOT NULL,
  PRIMARY KEY (version_id, mode)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE session (
  id TEXT PRIMARY KEY CHECK (length(id) = 64),
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  data TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account_id) WHERE account_id IS NOT NULL;

CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account_id INTEGER,
  study_id INTEGER,
  verb TEXT NOT NULL CHECK (length(verb) > 0),
  detail TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_study ON audit (study_id, id);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit never changes');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;

CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'the audit is never replaced');
END;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  day INTEGER NOT NULL CHECK (day BETWEEN 20000101 AND 99991231),
  row_count INTEGER NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
  UNIQUE (version_id, file_hash)
) STRICT;

CREATE TRIGGER import_is_counted_when_whole AFTER UPDATE OF whole ON import
WHEN OLD.whole = 0 AND NEW.whole = 1
BEGIN
  INSERT INTO submission_tally (version_id, mode, started, finished, changes)
  VALUES (NEW.version_id, 'imported', NEW.row_count, NEW.row_count, 1)
  ON CONFLICT (version_id, mode) DO UPDATE SET
    started = started + excluded.started,
    finished = finished + excluded.finished,
    changes = changes + 1;
END;

CREATE TRIGGER import_once_whole_stays BEFORE UPDATE ON import
WHEN OLD.whole = 1
BEGIN
  SELECT RAISE(ABORT, 'an import that is whole never changes');
END;

CREATE VIEW answer AS
SELECT
  spread.submission_id,
  spread.study_id,
  spread.version_id,
  spread.version_number,
  spread.mode,
  spread.state,
  spread.position,
  spread.item_key,
  iif(typeof(spread.stored) = 'integer', spread.stored, NULL) AS value,
  CASE typeof(spread.stored) WHEN 'integer' THEN NULL WHEN 'null' THEN 'not-reached' ELSE spread.stored END AS missing
FROM (
  SELECT
    submission.id AS submission_id,
    version.study_id,
    version.id AS version_id,
    version.number AS version_number,
    submission.mode,
    submission.state,
    item.key AS position,
    item.value AS item_key,
    json_extract(submission.answers, '$[' || item.key || ']') AS stored
  FROM submission
  JOIN version ON version.id = submission.version_id
  JOIN json_each(version.answer_keys) AS item
  WHERE submission.import_id IS NULL OR submission.import_id IN (SELECT id FROM import WHERE whole = 1)
) AS spread;

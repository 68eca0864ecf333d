-- The consent texts that were agreed to, by SHA-256 (lower-case hexadecimal): one row a text and language.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

-- One row a submission; nothing here says who answered or at which hour.
-- answers: a JSON array in the order of version.answer_keys; an integer is a code of the answer scale, "skipped" and
-- "no-answer" are words, null or a missing end means that the page was not reached.
-- started_day, finished_day: 20261123 is 23 November 2026. state costs no bytes: it is computed.
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
  state TEXT GENERATED ALWAYS AS (iif(finished_day IS NULL, 'in-progress', 'finished')) VIRTUAL,
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

-- Counts, and a number that grows with every change to the submissions of a version, whichever process made it:
-- readers compare it to know whether what they hold in memory is still true. Kept by triggers, so nobody can forget it.
CREATE TABLE submission_tally (
  version_id INTEGER NOT NULL REFERENCES version (id),
  mode TEXT NOT NULL,
  started INTEGER NOT NULL CHECK (started >= 0),
  finished INTEGER NOT NULL CHECK (finished BETWEEN 0 AND started),
  changes INTEGER NOT NULL,
  PRIMARY KEY (version_id, mode)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_insert_is_counted AFTER INSERT ON submission
BEGIN
  INSERT INTO submission_tally (version_id, mode, started, finished, changes)
  VALUES (NEW.version_id, NEW.mode, 1, NEW.finished_day IS NOT NULL, 1)
  ON CONFLICT (version_id, mode) DO UPDATE SET
    started = started + 1,
    finished = finished + excluded.finished,
    changes = changes + 1;
END;

CREATE TRIGGER submission_update_is_counted AFTER UPDATE ON submission
BEGIN
  UPDATE submission_tally SET
    finished = finished + (NEW.finished_day IS NOT NULL) - (OLD.finished_day IS NOT NULL),
    changes = changes + 1
  WHERE version_id = OLD.version_id AND mode = OLD.mode;
END;

CREATE TRIGGER submission_delete_is_counted AFTER DELETE ON submission
BEGIN
  UPDATE submission_tally SET
    started = started - 1,
    finished = finished - (OLD.finished_day IS NOT NULL),
    changes = changes + 1
  WHERE version_id = OLD.version_id AND mode = OLD.mode;
END;

-- A row an answer, for people who open the file: value is the code, or missing says why there is none.
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
) AS spread;

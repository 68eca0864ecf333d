-- A file of answers from elsewhere. Its rows are written piece by piece, so that respondents need not wait for the whole of it;
-- nobody reads or counts them until whole is 1, and then all at once.
-- file_hash: SHA-256 of the file, so that a version does not take in the same file twice.
CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
  day INTEGER NOT NULL CHECK (day BETWEEN 20000101 AND 99991231),
  row_count INTEGER NOT NULL DEFAULT 0 CHECK (row_count >= 0),
  whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
  UNIQUE (version_id, file_hash)
) STRICT;

-- Null for what was imported before there was this column.
ALTER TABLE submission ADD COLUMN import_id INTEGER REFERENCES import (id)
  CHECK (import_id IS NULL OR mode = 'imported');

CREATE INDEX submission_by_import ON submission (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER submission_joins_an_open_import BEFORE INSERT ON submission
WHEN NEW.import_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM import WHERE id = NEW.import_id AND version_id = NEW.version_id AND whole = 0
)
BEGIN
  SELECT RAISE(ABORT, 'the import is not open, or of another version');
END;

DROP TRIGGER submission_insert_is_counted;

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

DROP TRIGGER submission_delete_is_counted;

CREATE TRIGGER submission_delete_is_counted AFTER DELETE ON submission
WHEN OLD.import_id IS NULL OR EXISTS (SELECT 1 FROM import WHERE id = OLD.import_id AND whole = 1)
BEGIN
  UPDATE submission_tally SET
    started = started - 1,
    finished = finished - (OLD.finished_day IS NOT NULL),
    changes = changes + 1
  WHERE version_id = OLD.version_id AND mode = OLD.mode;
END;

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

DROP VIEW answer;

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
  WHERE submission.import_id IS NULL OR submission.import_id IN (SELECT id FROM import WHERE whole = 1)
) AS spread;

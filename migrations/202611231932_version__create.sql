-- A version is what respondents saw. Answers are read by its answer_keys, so it can neither change nor go.
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

-- INSERT OR REPLACE deletes the row that is in its way without firing the trigger above.
CREATE TRIGGER version_is_never_replaced BEFORE INSERT ON version
WHEN EXISTS (
  SELECT 1 FROM version
  WHERE id = NEW.id OR (study_id = NEW.study_id AND number = NEW.number)
)
BEGIN
  SELECT RAISE(ABORT, 'a version is never replaced');
END;

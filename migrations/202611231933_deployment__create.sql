-- The pair (study_id, version_id) is a foreign key, so a link cannot be pointed at another study's version.
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

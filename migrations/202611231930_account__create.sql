-- email_folded is the e-mail in lower case: the same address cannot be registered twice by writing it otherwise.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL CHECK (length(email) > 0),
  email_folded TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 35 AND instr(language, ' ') = 0),
  password_hash TEXT NOT NULL CHECK (length(password_hash) > 0)
) STRICT;

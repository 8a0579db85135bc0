-- Messages that people wrote to an officer.

CREATE TABLE inquiry (
  id INTEGER PRIMARY KEY,
  office INTEGER NOT NULL,
  contact INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER NOT NULL,   -- 0: not yet
  sealed BLOB                     -- the text; NULL: erased
) STRICT;
CREATE INDEX inquiry_open ON inquiry (office) WHERE answered_at = 0;

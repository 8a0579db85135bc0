-- What the store keeps. Words in columns are the words of the program (names of enumerators).
-- "sealed" columns hold personal data, encrypted with the contact's data key (or, in quarantine,
-- with the master key); NULL there means erased. Times are milliseconds since 1970 UTC, days are
-- days since 1970 on the office's calendar.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  settings TEXT NOT NULL          -- JSON
) STRICT;

-- Where each office stands. Apart from its settings, which are long: this row changes all the time.
CREATE TABLE office_head (
  office INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL,      -- grows by one with every journalled commit
  journal_seq INTEGER NOT NULL,   -- the last row of its journal
  journal_hash BLOB NOT NULL
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  sealed BLOB,                    -- user id and phone number
  -- By what a contact is found: HMAC-SHA256, first 16 bytes. One contact at most has a hash. No
  -- index: hashes fall everywhere, so each would cost a page of the log; the program keeps marks
  -- of all in memory (row_marks.h), as of the keys in `command`.
  user_hash BLOB,
  phone_hash BLOB,
  language TEXT NOT NULL,
  is_opted_out INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  heard_at INTEGER NOT NULL
) STRICT;

-- Without its data key nothing of a contact can be read, in backups neither.
CREATE TABLE data_key (
  contact INTEGER PRIMARY KEY,
  wrapped BLOB NOT NULL           -- encrypted with the master key
) STRICT;

-- With a rowid, as the journal: such long rows in a tree by key would leave room for a handful of
-- branches on a page.
CREATE TABLE talk (
  contact INTEGER NOT NULL,
  office INTEGER NOT NULL,
  sealed BLOB NOT NULL,           -- JSON
  PRIMARY KEY (contact, office)
) STRICT;

-- In the order of making. Found by id through marks, as keys in `command` are.
CREATE TABLE booking (
  row INTEGER PRIMARY KEY,
  id INTEGER NOT NULL,            -- random, 30 bits: the code that people type
  office INTEGER NOT NULL,
  contact INTEGER NOT NULL,
  service TEXT NOT NULL,
  pool INTEGER NOT NULL,
  day INTEGER NOT NULL,
  window INTEGER NOT NULL,        -- minutes since midnight
  numbers TEXT NOT NULL,          -- 'A-017 A-018'
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  moves INTEGER NOT NULL,
  wants_reminder INTEGER NOT NULL,
  replaces INTEGER NOT NULL,      -- 0: none
  created_at INTEGER NOT NULL,
  hold_until INTEGER NOT NULL,
  people TEXT NOT NULL            -- ids of person: '12 13'
) STRICT;
CREATE INDEX booking_of_contact ON booking (contact);
CREATE INDEX booking_held ON booking (office) WHERE status = 'held';

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  sealed BLOB                     -- name and birth date
) STRICT;

-- The key that lets a place have one holder only.
CREATE TABLE place (
  office INTEGER NOT NULL,
  pool INTEGER NOT NULL,
  day INTEGER NOT NULL,
  number INTEGER NOT NULL,        -- letter * 1000 + running number
  holder INTEGER NOT NULL,        -- booking
  PRIMARY KEY (office, pool, day, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  office INTEGER NOT NULL,
  contact INTEGER NOT NULL,
  kind TEXT NOT NULL,
  booking INTEGER NOT NULL,       -- that it speaks of; 0: none
  booking_version INTEGER NOT NULL,
  queued_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  moot_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_try_at INTEGER NOT NULL,
  error INTEGER NOT NULL,
  wamid BLOB,                     -- sealed; NULL until accepted
  content BLOB                    -- sealed JSON
) STRICT;
-- Not `IN`: SQLite would build a table of the three words for each row that is put.
CREATE INDEX message_pending ON message (id)
  WHERE state = 'queued' OR state = 'sending' OR state = 'unknown';

CREATE TABLE wamid (
  hash BLOB PRIMARY KEY,          -- blind index
  message INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was obeyed, so that it is obeyed once, and what a repeat is told. In the order of keeping.
CREATE TABLE command (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL,
  day INTEGER NOT NULL,           -- when it was kept, in days since 1970 UTC
  booking INTEGER NOT NULL,       -- 0: none
  refusal TEXT                    -- NULL: none
) STRICT;

-- Signed webhooks that were not understood, for a person to look at.
CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  kept_at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
  office INTEGER NOT NULL,
  seq INTEGER NOT NULL,           -- 1, 2, 3, ... without gaps
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command BLOB NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,             -- JSON
  hash BLOB NOT NULL,             -- SHA-256 over the hash before and this row
  PRIMARY KEY (office, seq)
) STRICT;

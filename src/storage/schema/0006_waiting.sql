-- The waiting list: no personal data, people are named by id.

CREATE TABLE waiting (
  booking INTEGER PRIMARY KEY,    -- whose places would move
  office INTEGER NOT NULL,
  contact INTEGER NOT NULL,
  pool INTEGER NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  time INTEGER,                   -- minute of the day, at this time or later; NULL: any, here and below
  time_to INTEGER,
  party INTEGER NOT NULL,
  audience INTEGER NOT NULL,      -- 0 everyone, 1 priority, 2 walk-in
  joined_at INTEGER NOT NULL,
  offer INTEGER NOT NULL,         -- the hold that is offered; 0: none
  passed_day INTEGER,             -- NULL: none was let go
  passed_window INTEGER,
  lapses INTEGER NOT NULL
) STRICT;
CREATE INDEX waiting_at ON waiting (office);

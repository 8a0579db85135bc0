-- Passport cases: no personal data, people are named by id.

CREATE TABLE passport_case (
  id INTEGER PRIMARY KEY,         -- booking * 8 + the person's place in it
  office INTEGER NOT NULL,
  contact INTEGER NOT NULL,
  person INTEGER NOT NULL,
  service TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  opened_on INTEGER NOT NULL,
  paid_on INTEGER,                -- NULL: not yet, here and below
  expected_on INTEGER,
  ready_on INTEGER,
  told_uncollected INTEGER NOT NULL,
  is_rating_asked INTEGER NOT NULL,
  score INTEGER NOT NULL          -- 1-5; 0: no answer
) STRICT;
CREATE INDEX passport_case_of_contact ON passport_case (contact);
CREATE INDEX passport_case_ready ON passport_case (office) WHERE state = 'ready';

-- The passport of the booking's n-th person that a message speaks of; 0: the booking itself.
ALTER TABLE message ADD COLUMN about_person INTEGER NOT NULL DEFAULT 0;

-- Days that an office closed at short notice, and who was moved where. No personal data: bookings are
-- named by id.

CREATE TABLE closure (
  office INTEGER NOT NULL,
  day INTEGER NOT NULL,
  closed_at INTEGER NOT NULL,
  moves TEXT NOT NULL,            -- JSON, in the order of the old places
  PRIMARY KEY (office, day)
) STRICT, WITHOUT ROWID;

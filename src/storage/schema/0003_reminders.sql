-- The last day whose people an office has reminded, in days since 1970; 0: none yet.

ALTER TABLE office ADD COLUMN reminded_for INTEGER NOT NULL DEFAULT 0;

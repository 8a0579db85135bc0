-- What people may ask about their own data, and whose number it is. No personal data.

ALTER TABLE contact ADD COLUMN erase_at INTEGER NOT NULL DEFAULT 0;      -- 0: not asked for
ALTER TABLE contact ADD COLUMN erase_office INTEGER NOT NULL DEFAULT 0;  -- where it was asked for
ALTER TABLE contact ADD COLUMN silent_since INTEGER NOT NULL DEFAULT 0;  -- 0: no doubt about the number
ALTER TABLE contact ADD COLUMN proof_misses INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contact_erasing ON contact (erase_at) WHERE erase_at <> 0;

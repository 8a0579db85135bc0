-- Whether an officer's answer helped, as its reader said. No personal data.

ALTER TABLE inquiry ADD COLUMN verdict TEXT NOT NULL DEFAULT 'none';  -- none, helped, not_helped

-- What lists show of a contact since. Nobody had any of it before there was such a thing.
ALTER TABLE conversation ADD COLUMN blocked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN contact_tags TEXT NOT NULL DEFAULT '';

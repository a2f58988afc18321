-- Which list of questions it is, from 1, and who wrote it: who changes one that somebody has changed since is told so.
ALTER TABLE faq ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE faq ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';

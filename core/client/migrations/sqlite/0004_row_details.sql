-- What the lists show and filter by since. The rows of an older file are made anew from the states beside them.
ALTER TABLE conversation ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN vip INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN frustration INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN offered_to BLOB NOT NULL DEFAULT x'';
ALTER TABLE conversation ADD COLUMN offered_until INTEGER;
ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER;
ALTER TABLE conversation ADD COLUMN resolved_at INTEGER;
ALTER TABLE conversation ADD COLUMN team BLOB NOT NULL DEFAULT x'';
CREATE INDEX conversation_resolved ON conversation (resolved_at) WHERE live = 0;
INSERT OR REPLACE INTO meta (name, value) VALUES ('rows', '');

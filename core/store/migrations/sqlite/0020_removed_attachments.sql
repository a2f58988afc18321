-- Where the event stands by which a file stopped being kept; 0: it is kept. The row stays, so that whoever asks is told so.
ALTER TABLE attachments ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX attachments_removed ON attachments (removed) WHERE removed > 0;

-- The files that go with what waits to be sent or is being written, as a list of documents. Their bytes lie beside this
-- database, in a folder of their own.
ALTER TABLE outbox ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
ALTER TABLE draft ADD COLUMN files TEXT NOT NULL DEFAULT '{}';

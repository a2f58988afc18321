-- What a command with an Idempotency-Key said (the start of a hash), so that the key used again for something else is
-- noticed instead of answered with the first answer. Null where repeats may differ.
ALTER TABLE commands ADD COLUMN content BLOB;

-- From here on the secrets of webhooks, bots and second factors are sealed with a key that is not in this file (core/store/secrets.h).
-- Here is what proves that a key is the right one: a known text, sealed. No row: they are plain still, and sealed when next written to.
CREATE TABLE secret_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    proof BLOB NOT NULL
);

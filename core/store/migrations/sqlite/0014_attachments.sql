-- Files of messages; the bytes lie beside the database (attachments/). Those of no message yet have no conversation. `shown`: the
-- customer sees the message.
CREATE TABLE attachments (
    id BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    owner TEXT NOT NULL,
    conversation BLOB,
    shown INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX attachments_conversation ON attachments (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX attachments_unused ON attachments (at) WHERE conversation IS NULL;

-- Files whose rows are gone and which are still to be removed: a transaction cannot.
CREATE TABLE attachment_trash (
    id BLOB PRIMARY KEY
) WITHOUT ROWID;

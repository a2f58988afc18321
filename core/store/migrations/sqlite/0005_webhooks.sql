-- Whom the events of a project are sent to. Like the credentials these rows are no events: the secret must be known to sign, and is
-- shown to nobody. sent: the sequence number up to which everything has been received or was not asked for.
CREATE TABLE webhooks (
    id BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    secret BLOB NOT NULL,
    created INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    failing_since INTEGER,
    last_error TEXT NOT NULL,
    enabled INTEGER NOT NULL
) WITHOUT ROWID;

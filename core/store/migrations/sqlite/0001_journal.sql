-- Positions are project number * 2^40 + sequence number: one ascending key over all projects, so that a project's events lie together in
-- order. Ids are 16-byte blobs, times milliseconds since 1970, bodies and states JSON in UTF-8.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO meta (name, value) VALUES ('journal_epoch', lower(hex(randomblob(16))));

CREATE TABLE projects (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    head_seq INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    project BLOB NOT NULL,
    settings BLOB NOT NULL
);

-- The one truth; everything below up to the outbox is its projection.
CREATE TABLE journal (
    position INTEGER PRIMARY KEY,
    body BLOB NOT NULL,
    hash BLOB NOT NULL
);

CREATE TABLE agents (
    id BLOB PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES projects (number),
    state BLOB NOT NULL
);

-- The last message is not part of the state: it is the newest row of messages past the position at which the conversation was
-- (last) opened, so a plain message need not rewrite this row.
CREATE TABLE conversations (
    number INTEGER PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES projects (number),
    id BLOB NOT NULL,
    session TEXT NOT NULL,
    open INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    state BLOB NOT NULL,
    UNIQUE (project, id),
    UNIQUE (project, session)
);
CREATE INDEX conversations_open ON conversations (project) WHERE open = 1;

-- What is said stands in the journal; this finds it by conversation and knows how far it has come.
CREATE TABLE messages (
    conversation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    note INTEGER NOT NULL,
    delivery INTEGER NOT NULL,
    error_code TEXT,
    error_message TEXT,
    PRIMARY KEY (conversation, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX messages_id ON messages (id);

CREATE TABLE handoffs (
    id BLOB PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES projects (number),
    conversation INTEGER NOT NULL,
    state BLOB NOT NULL
) WITHOUT ROWID;

-- The messages that still have to leave for the customer.
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    message BLOB NOT NULL UNIQUE,
    channel TEXT NOT NULL,
    at INTEGER NOT NULL
);

-- Every command that had effect, with its answer. The rows lie in the order of time; the key is made of the command's id so that
-- those of one sender lie together in the index, which is all of this that is written out of order.
CREATE TABLE commands (
    number INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,
    answer BLOB NOT NULL,
    at INTEGER NOT NULL
);

-- Credentials: never the tokens and passwords themselves.
CREATE TABLE api_keys (
    hash BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE passwords (
    agent BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    email TEXT NOT NULL,
    hash BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX passwords_email ON passwords (email);
CREATE TABLE sessions (
    hash BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    agent BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE visitors (
    hash BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    session TEXT NOT NULL,
    conversation BLOB NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;

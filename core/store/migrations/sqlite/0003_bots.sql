-- The bots' settings as their last event left them (core/domain/bots.h); '{}' are the defaults.
ALTER TABLE projects ADD COLUMN bots BLOB NOT NULL DEFAULT '{}';

-- What a project's bots know: data, not decisions, and so no events. FAQ: the whole list as JSON.
CREATE TABLE faq (
    project BLOB PRIMARY KEY,
    entries BLOB NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE orders (
    project BLOB NOT NULL,
    number TEXT NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, number)
) WITHOUT ROWID;

-- Signs what a webhook bot is sent; kept as it is, because a hash cannot sign.
CREATE TABLE bot_secrets (
    project BLOB NOT NULL,
    bot TEXT NOT NULL,
    secret BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, bot)
) WITHOUT ROWID;

-- What the bots remember of a conversation from one turn to the next; version rises by one with every change.
CREATE TABLE bot_sessions (
    project BLOB NOT NULL,
    conversation BLOB NOT NULL,
    version INTEGER NOT NULL,
    state BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, conversation)
) WITHOUT ROWID;

-- One row a message of the customer that a bot was to answer; its id is the message's. Status: 0 running, 1 waiting for an answer that
-- comes later, 2 answered, 3 failed, 4 dropped.
CREATE TABLE bot_turns (
    project BLOB NOT NULL,
    id BLOB NOT NULL,
    conversation BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    due_at INTEGER,
    status INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    bot TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (project, id)
) WITHOUT ROWID;
CREATE INDEX bot_turns_conversation ON bot_turns (project, conversation, started_at);
CREATE INDEX bot_turns_open ON bot_turns (status) WHERE status < 2;

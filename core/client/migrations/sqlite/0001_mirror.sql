-- What is known of the journal: epoch, seq, project and settings; JSON where it is not a number or a name.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE agent (
    id BLOB NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
) WITHOUT ROWID;

-- What lists show of a conversation, apart from its whole state, so that ten thousand rows are read from few pages.
-- live: it is open. status is -1 where there never was a handoff.
CREATE TABLE conversation (
    id BLOB NOT NULL PRIMARY KEY,
    live INTEGER NOT NULL,
    contact_name TEXT NOT NULL,
    channel TEXT NOT NULL,
    language TEXT NOT NULL,
    holder INTEGER NOT NULL,
    holder_agent BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    handoff BLOB NOT NULL,
    status INTEGER NOT NULL,
    trigger_type INTEGER NOT NULL,
    trigger_reason TEXT NOT NULL,
    priority INTEGER NOT NULL,
    requested_at INTEGER NOT NULL,
    due_at INTEGER,
    assigned_to TEXT NOT NULL,
    issue TEXT NOT NULL,
    last_author INTEGER NOT NULL,
    last_line TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE conversation_state (
    id BLOB NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
);

-- complete_from: every message of the conversation from this seq on is here.
CREATE TABLE history (
    conversation BLOB NOT NULL PRIMARY KEY,
    complete_from INTEGER NOT NULL,
    read_up_to INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE message (
    seq INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL,
    conversation BLOB NOT NULL,
    author INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX message_id ON message (id);
CREATE INDEX message_conversation ON message (conversation, seq);

-- The pages of a snapshot that has not come whole yet.
CREATE TABLE staged_page (
    page INTEGER NOT NULL PRIMARY KEY,
    body BLOB NOT NULL
);

-- What this agent wants and the relay has not confirmed, in order. answered_seq: accepted, and to be forgotten once
-- the journal up to there is here.
CREATE TABLE outbox (
    position INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    command_id BLOB NOT NULL UNIQUE,
    wish INTEGER NOT NULL,
    conversation BLOB NOT NULL,
    client_id TEXT NOT NULL,
    content TEXT NOT NULL,
    params BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    answered_seq INTEGER NOT NULL
);

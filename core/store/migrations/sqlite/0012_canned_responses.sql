-- Answers kept ready: the project's own (owner empty) and each agent's.
CREATE TABLE canned_responses (
    project BLOB NOT NULL,
    id BLOB NOT NULL,
    owner BLOB NOT NULL,
    shortcut TEXT NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX canned_responses_shortcut ON canned_responses (project, owner, shortcut);

-- What can be searched for. A database of its own beside the relay's, made from the journal and to be thrown away at any time.
-- words holds the project's id as one word, so that a search never leaves its project. kind: 0 message, 1 private note, 2 contact.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE reached (
    project BLOB PRIMARY KEY,
    seq INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE found (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    conversation BLOB NOT NULL,
    item BLOB NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE UNIQUE INDEX found_item ON found (item);
CREATE VIRTUAL TABLE words USING fts5(project, text, tokenize = "unicode61 remove_diacritics 2");

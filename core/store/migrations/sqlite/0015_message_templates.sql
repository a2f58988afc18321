-- Texts that a channel's provider lets through at any time; a name once in each language.
CREATE TABLE message_templates (
    project BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (project, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX message_templates_name ON message_templates (project, name, language);

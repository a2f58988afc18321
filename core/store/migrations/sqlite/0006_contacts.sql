-- The contacts of a project, by when something was last told of them; what is known stands with their conversation.
CREATE TABLE contacts (
    id BLOB PRIMARY KEY,
    conversation BLOB NOT NULL,
    changed INTEGER NOT NULL UNIQUE
) WITHOUT ROWID;

INSERT INTO meta (name, value) SELECT 'facts', 'missing' WHERE EXISTS (SELECT 1 FROM journal)
    AND NOT EXISTS (SELECT 1 FROM meta WHERE name = 'facts');

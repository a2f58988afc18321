-- What was said, by its words; rowid is the message's seq. The texts themselves are read from the messages. 3 is the relay's own
-- voice, which nobody looks for. (A statement ends with the line that ends with its semicolon, so a trigger is one line.)
CREATE VIEW spoken (seq, text) AS
    SELECT seq, json_extract(CAST(body AS TEXT), '$.content') FROM message;
CREATE VIRTUAL TABLE words USING fts5 (text, content = 'spoken', content_rowid = 'seq',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0);
CREATE TRIGGER message_said AFTER INSERT ON message WHEN new.author <> 3 BEGIN INSERT INTO words (rowid, text) VALUES (new.seq, json_extract(CAST(new.body AS TEXT), '$.content')); END;
CREATE TRIGGER message_edited AFTER UPDATE ON message WHEN new.author <> 3 AND json_extract(CAST(old.body AS TEXT), '$.content') IS NOT json_extract(CAST(new.body AS TEXT), '$.content') BEGIN INSERT INTO words (words, rowid, text) VALUES ('delete', old.seq, json_extract(CAST(old.body AS TEXT), '$.content')); INSERT INTO words (rowid, text) VALUES (new.seq, json_extract(CAST(new.body AS TEXT), '$.content')); END;
CREATE TRIGGER message_forgotten AFTER DELETE ON message WHEN old.author <> 3 BEGIN INSERT INTO words (words, rowid, text) VALUES ('delete', old.seq, json_extract(CAST(old.body AS TEXT), '$.content')); END;
INSERT INTO words (rowid, text)
    SELECT seq, json_extract(CAST(body AS TEXT), '$.content') FROM message WHERE author <> 3;

-- With whom a conversation is: name, e-mail, phone and attributes.
CREATE TABLE person (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL
);
CREATE VIRTUAL TABLE people USING fts5 (text, content = 'person', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3', columnsize = 0);
CREATE TRIGGER person_known AFTER INSERT ON person BEGIN INSERT INTO people (rowid, text) VALUES (new.number, new.text); END;
CREATE TRIGGER person_changed AFTER UPDATE ON person BEGIN INSERT INTO people (people, rowid, text) VALUES ('delete', old.number, old.text); INSERT INTO people (rowid, text) VALUES (new.number, new.text); END;
CREATE TRIGGER person_forgotten AFTER DELETE ON person BEGIN INSERT INTO people (people, rowid, text) VALUES ('delete', old.number, old.text); END;
CREATE TRIGGER conversation_forgotten AFTER DELETE ON conversation_state BEGIN DELETE FROM person WHERE conversation = old.id; END;
INSERT INTO person (conversation, text)
    SELECT id, trim(coalesce(json_extract(CAST(body AS TEXT), '$.conversation.contact.name'), '') || ' ' ||
                    coalesce(json_extract(CAST(body AS TEXT), '$.conversation.contact.email'), '') || ' ' ||
                    coalesce(json_extract(CAST(body AS TEXT), '$.conversation.contact.phone'), ''))
    FROM conversation_state;

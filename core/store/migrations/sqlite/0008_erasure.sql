-- Where the events stand that tell of a conversation's customer and are no messages, so that all of them are found when the customer
-- is to be forgotten.
CREATE TABLE conversation_events (
    conversation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (conversation, position)
) WITHOUT ROWID;
CREATE TABLE known_conversations (
    project INTEGER NOT NULL,
    hex TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (hex, project)
) WITHOUT ROWID;
INSERT INTO known_conversations (project, hex, number) SELECT project, lower(hex(id)), number FROM conversations;
INSERT INTO conversation_events (conversation, position)
    SELECT c.number, j.position
    FROM (SELECT position, json_extract(text, '$.type') AS type, replace(json_extract(text, '$.conversationId'), '-', '') AS hex,
            json_extract(text, '$.data.deliveryError.message') AS error
        FROM (SELECT position, CAST(body AS TEXT) AS text FROM journal)) j
    JOIN known_conversations c ON c.project = j.position >> 40 AND c.hex = j.hex
    WHERE j.type NOT IN ('message.received', 'message.sent', 'note.added', 'control.changed')
        AND (j.type <> 'message.delivery' OR j.error <> '');

-- Which conversation a kept answer tells something of, where it does.
ALTER TABLE commands ADD COLUMN conversation INTEGER;
UPDATE commands SET conversation = (SELECT max(number) FROM known_conversations WHERE hex = replace(coalesce(
        json_extract(CAST(answer AS TEXT), '$.message.conversationId'), json_extract(CAST(answer AS TEXT), '$.conversationId')), '-', ''))
    WHERE CAST(answer AS TEXT) LIKE '%"content":%';
DROP TABLE known_conversations;

-- Contacts that were erased, by the position of that event: a desktop that has been away is told whom to forget.
CREATE TABLE erasures (
    position INTEGER PRIMARY KEY,
    conversation BLOB NOT NULL
);

CREATE INDEX commands_conversation ON commands (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX visitors_conversation ON visitors (conversation);

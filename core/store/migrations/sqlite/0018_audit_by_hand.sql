-- What people and programs corrected of contacts, and where they switched the bot, is in the audit as well.
INSERT OR IGNORE INTO audit (position, type, actor, subject, at)
    SELECT position, type, actor, subject, CAST(strftime('%s', substr(at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(at, 21, 3) AS INTEGER)
    FROM (SELECT position, json_extract(text, '$.type') AS type, json_extract(text, '$.actor.type') AS kind,
            coalesce(json_extract(text, '$.actor.id'), json_extract(text, '$.actor.type')) AS actor,
            coalesce(json_extract(text, '$.data.contact.id'), json_extract(text, '$.conversationId')) AS subject,
            json_extract(text, '$.at') AS at
        FROM (SELECT position, CAST(body AS TEXT) AS text FROM journal))
    WHERE type IN ('contact.updated', 'conversation.updated') AND kind IN ('agent', 'integration');

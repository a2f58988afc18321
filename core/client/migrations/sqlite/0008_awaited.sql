-- Held by somebody who has not come yet. Nothing but the states beside them knows it of the rows of an older file.
ALTER TABLE conversation ADD COLUMN awaited INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET awaited = 1 WHERE live = 1 AND id IN
    (SELECT id FROM conversation_state WHERE json_extract(CAST(body AS TEXT), '$.handoff.awaited'));

-- What reports count of a handoff now holds how each kind of promise went (how often it was met and breached, and its state as last
-- heard of, null where there is none) instead of the due time of the first answer, and the customer's rating (0: none).
DROP TABLE handoff_facts;
CREATE TABLE handoff_facts (
    project INTEGER NOT NULL,
    created INTEGER NOT NULL,
    handoff BLOB NOT NULL,
    channel TEXT NOT NULL,
    trigger_type INTEGER NOT NULL,
    status INTEGER NOT NULL,
    agent BLOB NOT NULL,
    claimed INTEGER,
    responded INTEGER,
    ended INTEGER,
    was_ticket INTEGER NOT NULL,
    handed_back INTEGER NOT NULL,
    first_met INTEGER NOT NULL,
    first_breached INTEGER NOT NULL,
    first_state INTEGER,
    next_met INTEGER NOT NULL,
    next_breached INTEGER NOT NULL,
    next_state INTEGER,
    resolution_met INTEGER NOT NULL,
    resolution_breached INTEGER NOT NULL,
    resolution_state INTEGER,
    rating_asked INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    PRIMARY KEY (project, created, handoff)
) WITHOUT ROWID;

INSERT INTO meta (name, value) SELECT 'facts', 'missing' WHERE EXISTS (SELECT 1 FROM journal)
    AND NOT EXISTS (SELECT 1 FROM meta WHERE name = 'facts');

-- A browser that comes back asks what its customer may still rate.
CREATE INDEX handoffs_conversation ON handoffs (conversation, id);

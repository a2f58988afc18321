-- What is said in notifications stands in the journal; this finds them by their number and knows who has read them.
CREATE TABLE notifications (
    position INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE
);
CREATE TABLE notification_reads (
    notification BLOB NOT NULL,
    agent BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (notification, agent)
) WITHOUT ROWID;

-- What reports count (domain/report_facts.h), in columns, so that a year of it is read in a moment. Times are milliseconds, null
-- where there is none; the agent is sixteen zero bytes while nobody has held it.
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
    due INTEGER,
    ended INTEGER,
    was_ticket INTEGER NOT NULL,
    handed_back INTEGER NOT NULL,
    PRIMARY KEY (project, created, handoff)
) WITHOUT ROWID;

-- A row each time a conversation began, or began anew, under the position of that event.
CREATE TABLE openings (
    position INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    escalated INTEGER NOT NULL
);
CREATE INDEX openings_at ON openings (at);

-- A row each time an agent began or ceased to be at work.
CREATE TABLE attendance (
    agent BLOB NOT NULL,
    position INTEGER NOT NULL,
    at INTEGER NOT NULL,
    at_work INTEGER NOT NULL,
    PRIMARY KEY (agent, position)
) WITHOUT ROWID;

-- The tables above begin empty beside a journal that may be long: they are filled from it when it is next opened for writing.
INSERT INTO meta (name, value) SELECT 'facts', 'missing' WHERE EXISTS (SELECT 1 FROM journal);

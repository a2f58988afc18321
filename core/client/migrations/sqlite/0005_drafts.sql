-- What this agent has written and not sent, by conversation: to the customer, and to colleagues. based_on is the newest
-- message that was on screen then.
CREATE TABLE draft (
    conversation BLOB NOT NULL PRIMARY KEY,
    message TEXT NOT NULL,
    note TEXT NOT NULL,
    writing_note INTEGER NOT NULL,
    based_on INTEGER NOT NULL
) WITHOUT ROWID;

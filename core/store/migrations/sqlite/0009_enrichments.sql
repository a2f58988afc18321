-- What enrichers are asked and have not answered: written before it leaves, gone with the answer. seq is the message's.
CREATE TABLE enrichments (
    project BLOB NOT NULL,
    message BLOB NOT NULL,
    bot TEXT NOT NULL,
    conversation BLOB NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (project, message, bot)
) WITHOUT ROWID;

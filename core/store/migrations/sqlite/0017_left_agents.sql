-- Who was made away because nobody was at any of their desktops: only they are made available by coming back.
CREATE TABLE left_agents (
    agent BLOB PRIMARY KEY
) WITHOUT ROWID;

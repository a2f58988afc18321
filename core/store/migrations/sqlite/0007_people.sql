-- Teams, who changed what, and all that belongs to getting in besides a password.
CREATE TABLE teams (
    id BLOB PRIMARY KEY,
    project INTEGER NOT NULL REFERENCES projects (number),
    state BLOB NOT NULL
) WITHOUT ROWID;

-- A row for each event that an administrator may ask for later: a projection, like those above. subject: the id of the agent, team,
-- key or handoff as text, or empty. actor: the agent's id, or the name of the kind of program.
CREATE TABLE audit (
    position INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    actor TEXT NOT NULL,
    subject TEXT NOT NULL,
    at INTEGER NOT NULL
);
INSERT INTO audit (position, type, actor, subject, at)
    SELECT position, type, actor, subject, CAST(strftime('%s', substr(at, 1, 19)) AS INTEGER) * 1000 + CAST(substr(at, 21, 3) AS INTEGER)
    FROM (SELECT position, json_extract(text, '$.type') AS type,
            coalesce(json_extract(text, '$.actor.id'), json_extract(text, '$.actor.type')) AS actor,
            coalesce(json_extract(text, '$.handoffId'), json_extract(text, '$.data.agent.id'), json_extract(text, '$.data.team.id'),
                json_extract(text, '$.data.access.keyId'), json_extract(text, '$.data.access.agentId'), '') AS subject,
            json_extract(text, '$.at') AS at
        FROM (SELECT position, CAST(body AS TEXT) AS text FROM journal))
    WHERE type IN ('project.created', 'settings.changed', 'bots.changed', 'agent.created', 'agent.updated', 'agent.disabled', 'agent.enabled',
        'team.created', 'team.updated', 'team.deleted', 'access.changed', 'handoff.requested', 'handoff.claimed',
        'handoff.declined', 'handoff.transferred', 'handoff.snoozed', 'handoff.resolved', 'handoff.abandoned',
        'handoff.converted', 'handoff.reopened');
CREATE INDEX audit_subject ON audit (subject, position);

-- scopes: words with a blank between. The keys there are could do everything a key can.
ALTER TABLE api_keys ADD COLUMN id BLOB;
ALTER TABLE api_keys ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE api_keys ADD COLUMN scopes TEXT NOT NULL DEFAULT 'conversations handoffs read admin';
ALTER TABLE api_keys ADD COLUMN used_at INTEGER;
UPDATE api_keys SET id = randomblob(16);
CREATE UNIQUE INDEX api_keys_id ON api_keys (id);

-- address: what kind it was (loopback, private or public), never the address itself.
ALTER TABLE sessions ADD COLUMN id BLOB;
ALTER TABLE sessions ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
UPDATE sessions SET id = randomblob(16), created_at = expires_at - 1209600000, seen_at = expires_at - 1209600000;
CREATE UNIQUE INDEX sessions_id ON sessions (id);
CREATE INDEX sessions_agent ON sessions (agent);

-- One-time tokens with which somebody sets their password.
CREATE TABLE invites (
    hash BLOB PRIMARY KEY,
    project BLOB NOT NULL,
    agent BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX invites_agent ON invites (agent);

-- The secret must be read to check a code; like all of this file it can be read by the relay's own user only. last_step: the newest
-- time step (30 s) whose code was used; a code counts once.
CREATE TABLE totp (
    agent BLOB PRIMARY KEY,
    secret BLOB NOT NULL,
    confirmed INTEGER NOT NULL,
    last_step INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE recovery_codes (
    agent BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (agent, hash)
) WITHOUT ROWID;

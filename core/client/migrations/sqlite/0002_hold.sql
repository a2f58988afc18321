-- not_before: kept back until then, so that whoever wanted it can take it back; absent for what goes at once.
ALTER TABLE outbox ADD COLUMN not_before INTEGER;

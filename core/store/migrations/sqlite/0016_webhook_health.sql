-- Whether a webhook's failing was told (channel.health), so that it is told once, and that it works again too.
ALTER TABLE webhooks ADD COLUMN failing_told INTEGER NOT NULL DEFAULT 0;

-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clients of the gateway have terms of their own, look at their requests, and ask for pictures they do not wait for.

-- `models`: ids or patterns ("flux*"), one a line; empty: all. NULL: as many calls as it likes, and no end.
ALTER TABLE clients ADD COLUMN models TEXT NOT NULL DEFAULT '';
ALTER TABLE clients ADD COLUMN per_minute INTEGER;
ALTER TABLE clients ADD COLUMN expires_at INTEGER;

-- When somebody had its words and pictures deleted; what the books need stays. NULL: nobody has.
ALTER TABLE generations ADD COLUMN purged_at INTEGER;
CREATE INDEX generations_by_client ON generations (client) WHERE client <> '';

-- Calls that are jobs: how their answer is written once it is there. A row comes before its generation is written, and
-- stays without one where nothing was begun.
CREATE TABLE gateway_jobs (
    generation TEXT PRIMARY KEY,
    client TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    form TEXT NOT NULL,
    owner TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX gateway_jobs_by_time ON gateway_jobs (created_at);
CREATE TRIGGER gateway_jobs_at_delete AFTER DELETE ON generations
BEGIN
    DELETE FROM gateway_jobs WHERE generation = OLD.id;
END;

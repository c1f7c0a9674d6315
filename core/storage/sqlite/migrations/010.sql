-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Clients of the gateway go on with earlier answers of text models, where the user lets these be kept, and have a say in
-- what becomes of their calls that do not say it themselves.

-- `input`: all items that the conversation had before this answer; `response`: the answer, whose pictures lie in the
-- media store. `bytes` of both. `generation` is the first that it took.
CREATE TABLE stored_responses (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    client TEXT NOT NULL,
    generation TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    input TEXT NOT NULL,
    response TEXT NOT NULL
);
-- Newest first, with their sizes, without a look at what they say.
CREATE INDEX stored_responses_by_client ON stored_responses (client, sequence, bytes);
CREATE INDEX stored_responses_by_time ON stored_responses (created_at);

-- By which names the items of an answer are referred to.
CREATE TABLE stored_response_items (
    client TEXT NOT NULL,
    item TEXT NOT NULL,
    response INTEGER NOT NULL REFERENCES stored_responses (sequence) ON DELETE CASCADE,
    PRIMARY KEY (client, item, response)
) WITHOUT ROWID;
CREATE INDEX stored_response_items_by_response ON stored_response_items (response);

-- Nobody can ask for them any more.
CREATE TRIGGER stored_responses_at_revocation AFTER UPDATE OF revoked ON clients WHEN NEW.revoked <> 0
BEGIN
    DELETE FROM stored_responses WHERE client = NEW.id;
END;

-- `begins_early`: white space comes before an answer while its client waits. `replay`: the name of a mode ("mock"); empty:
-- as the gateway has it.
ALTER TABLE clients ADD COLUMN begins_early INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN replay TEXT NOT NULL DEFAULT '';

-- `manages`: its key makes, changes and removes those of programs, and pays for nothing. `disabled`: its key does not
-- work until somebody takes that back.
ALTER TABLE clients ADD COLUMN manages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;

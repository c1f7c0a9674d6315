-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is searched, joined or changed is a column. An offer is kept once, a plan is written once, at the beginning of its
-- attempt. The ledger has a line for each thing that ever happened in it. This part makes the tables; migration004.cpp
-- takes the JSON of the generations apart; 004_rest.sql does what SQL can do alone.

DROP INDEX generations_by_status;
DROP INDEX generations_by_time;
DROP INDEX generations_unpaid;
DROP INDEX pictures_by_id;
DROP INDEX generation_inputs_by_input;
DROP INDEX client_calls_by_key;
DROP INDEX client_calls_by_fingerprint;
DROP INDEX ledger_by_time;
ALTER TABLE generations RENAME TO old_generations;
ALTER TABLE generation_inputs RENAME TO old_generation_inputs;
ALTER TABLE calls RENAME TO old_calls;
ALTER TABLE pictures RENAME TO old_pictures;
ALTER TABLE client_calls RENAME TO old_client_calls;
ALTER TABLE ledger RENAME TO old_ledger;

-- Newest has the highest sequence, by which all other tables name a generation. `request` is the JSON of what was asked
-- for, with references in place of the bytes of input pictures. `error` is JSON. `owner` is the run lock's name while it
-- runs. `bytes` as in 003.
CREATE TABLE generations (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    owner TEXT NOT NULL,
    status TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    origin TEXT NOT NULL,
    client TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER,
    estimate INTEGER,
    cost INTEGER,
    bytes INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    request TEXT NOT NULL
);
CREATE INDEX generations_open ON generations (status) WHERE status IN ('running', 'unknown');
CREATE INDEX generations_by_time ON generations (created_at);
CREATE INDEX generations_unpaid ON generations (client, status, bytes, origin, cost, estimate)
    WHERE origin = 'gateway' AND coalesce(cost, estimate) = 0;

CREATE TABLE generation_inputs (
    generation INTEGER NOT NULL REFERENCES generations (sequence) ON DELETE CASCADE,
    input TEXT NOT NULL REFERENCES inputs (hash),
    PRIMARY KEY (generation, input)
) WITHOUT ROWID;
CREATE INDEX generation_inputs_by_input ON generation_inputs (input);

-- Each offer that was ever tried, once: `hash` is that of its JSON.
CREATE TABLE offers (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    json TEXT NOT NULL
);

-- A row without a status has only a plan: nothing was begun by it. `plan` is JSON without its request and its offer;
-- `error`, `corrections` and `usage` (the vendor's own counters) are JSON.
CREATE TABLE attempts (
    generation INTEGER NOT NULL REFERENCES generations (sequence) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    provider TEXT NOT NULL DEFAULT '',
    provider_model TEXT NOT NULL DEFAULT '',
    status TEXT,
    started_at INTEGER,
    ended_at INTEGER,
    cost INTEGER,
    doubted_cost INTEGER,
    has_job INTEGER NOT NULL DEFAULT 0,
    settled_by_hand INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    corrections TEXT,
    usage TEXT,
    offer INTEGER REFERENCES offers (id),
    plan TEXT,
    PRIMARY KEY (generation, number)
) WITHOUT ROWID;
CREATE INDEX attempts_by_offer ON attempts (offer);

CREATE TABLE calls (
    generation INTEGER NOT NULL REFERENCES generations (sequence) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    call INTEGER NOT NULL,
    planned TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT '',
    finished INTEGER NOT NULL DEFAULT 0,
    cost INTEGER,
    PRIMARY KEY (generation, attempt, call)
) WITHOUT ROWID;

-- `id` is the content address as bytes. `path` is where the file lies; that of a media folder, with a slash at its end,
-- stands for the picture's own place in it.
CREATE TABLE pictures (
    generation INTEGER NOT NULL REFERENCES generations (sequence) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id BLOB NOT NULL,
    format TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    seed INTEGER,
    path TEXT NOT NULL DEFAULT '',
    revised_prompt TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (generation, position)
) WITHOUT ROWID;
CREATE INDEX pictures_by_id ON pictures (id);

-- The hashes are bytes; an empty text where there is none.
CREATE TABLE client_calls (
    generation INTEGER PRIMARY KEY REFERENCES generations (sequence) ON DELETE CASCADE,
    client TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX client_calls_by_key ON client_calls (client, key_hash, created_at) WHERE key_hash <> '';
CREATE INDEX client_calls_by_fingerprint ON client_calls (client, fingerprint, created_at);

-- One row an attempt, which counts in the period in which it was reserved. State, estimate, cost and pictures are what
-- its lines come to (ledger_by_lines), kept here because budgets are asked before each call.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    reservation TEXT NOT NULL UNIQUE,
    generation TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    client TEXT NOT NULL,
    -- OR, and not IN: for a list of more than two SQLite makes a temporary table with every row that is written.
    state TEXT NOT NULL CHECK (state = 'reserved' OR state = 'kept' OR state = 'settled' OR state = 'released'),
    estimate INTEGER,
    cost INTEGER,
    pictures INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);
CREATE INDEX ledger_by_time ON ledger (created_at);

-- What happened to each attempt's money, in order. `amount` is the estimate of what was reserved and the cost of what was
-- settled or corrected. `at` is unknown for what happened before there were lines.
CREATE TABLE ledger_lines (
    entry INTEGER NOT NULL REFERENCES ledger (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind = 'reserved' OR kind = 'kept' OR kind = 'settled' OR kind = 'released' OR kind = 'corrected'),
    amount INTEGER CHECK (amount BETWEEN 0 AND 9000000000000000),
    pictures INTEGER NOT NULL DEFAULT 0,
    at INTEGER,
    PRIMARY KEY (entry, number)
) WITHOUT ROWID;
CREATE TRIGGER ledger_lines_are_never_changed BEFORE UPDATE ON ledger_lines
BEGIN
    SELECT RAISE(ABORT, 'A line of the ledger is never changed.');
END;
-- Only what came to nothing may be forgotten, as a whole: or a client who may spend nothing could fill the disk with it.
CREATE TRIGGER ledger_lines_are_never_removed BEFORE DELETE ON ledger_lines
WHEN EXISTS (SELECT 1 FROM ledger_lines WHERE entry = OLD.entry AND kind NOT IN ('reserved', 'released'))
    OR NOT EXISTS (SELECT 1 FROM ledger_lines WHERE entry = OLD.entry AND kind = 'released')
BEGIN
    SELECT RAISE(ABORT, 'A line of the ledger is never removed.');
END;

CREATE VIEW ledger_by_lines AS
    SELECT first.entry AS id,
        CASE last.kind WHEN 'corrected' THEN 'settled' ELSE last.kind END AS state,
        first.amount AS estimate,
        CASE WHEN last.kind IN ('settled', 'corrected') THEN last.amount END AS cost,
        last.pictures AS pictures
    FROM ledger_lines AS first
    JOIN ledger_lines AS last ON last.entry = first.entry
        AND last.number = (SELECT max(number) FROM ledger_lines WHERE entry = first.entry)
    WHERE first.number = 0;

-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first shape of lightwell.db. A released file is never edited: changes are a new number.
-- Times are milliseconds since 1970 in UTC. Money is whole micro-dollars; NULL is unknown, never zero.
-- Every statement ends with a semicolon at the end of its line.

-- One row per generation, newest has the highest sequence. `json` is the whole value without the bytes of
-- its input pictures; the other columns are what lists are searched and sorted by.
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
    json TEXT NOT NULL
);
CREATE INDEX generations_by_status ON generations (status);

-- Input pictures, each once however often it is used.
CREATE TABLE inputs (
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE generation_inputs (
    generation TEXT NOT NULL REFERENCES generations (id) ON DELETE CASCADE,
    input TEXT NOT NULL REFERENCES inputs (hash),
    PRIMARY KEY (generation, input)
) WITHOUT ROWID;

-- The vendor calls of every attempt: what a crash is recovered from.
CREATE TABLE calls (
    generation TEXT NOT NULL REFERENCES generations (id) ON DELETE CASCADE,
    attempt INTEGER NOT NULL,
    call INTEGER NOT NULL,
    planned TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT '',
    sent INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    cost INTEGER,
    PRIMARY KEY (generation, attempt, call)
) WITHOUT ROWID;

-- Which pictures a generation brought; the files lie in the media store.
CREATE TABLE pictures (
    generation TEXT NOT NULL REFERENCES generations (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    format TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (generation, position)
) WITHOUT ROWID;
CREATE INDEX pictures_by_id ON pictures (id);

-- One row per attempt. It counts in the period in which it was reserved.
CREATE TABLE ledger (
    reservation TEXT PRIMARY KEY,
    generation TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    client TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reserved', 'kept', 'settled', 'released')),
    estimate INTEGER,
    cost INTEGER,
    pictures INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);
CREATE INDEX ledger_by_time ON ledger (created_at);

-- An empty provider or client means all of them.
CREATE TABLE budgets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    limit_micros INTEGER NOT NULL CHECK (limit_micros >= 0),
    period TEXT NOT NULL,
    provider TEXT NOT NULL,
    client TEXT NOT NULL,
    UNIQUE (provider, client, period)
);

-- Programs that use the gateway. Only the hash of a key is kept.
CREATE TABLE clients (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key_hash BLOB NOT NULL UNIQUE,
    key_hint TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX clients_by_living_name ON clients (name) WHERE revoked = 0;

-- What the gateway has to remember: the secret that signs the addresses of its files.
CREATE TABLE gateway_state (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

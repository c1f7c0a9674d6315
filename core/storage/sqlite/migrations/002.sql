-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calls of gateway clients that may be repeated: one key, or one call that a client sends again by itself, is one payment,
-- also across a restart. Neither the key nor what was asked is kept, only hashes of them.
CREATE TABLE client_calls (
    generation TEXT PRIMARY KEY REFERENCES generations (id) ON DELETE CASCADE,
    client TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX client_calls_by_key ON client_calls (client, key_hash, created_at);
CREATE INDEX client_calls_by_fingerprint ON client_calls (client, fingerprint, created_at);

-- An intent without a job counts as sent.
ALTER TABLE calls DROP COLUMN sent;

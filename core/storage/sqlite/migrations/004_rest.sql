-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last part of 004: what needs no JSON. The generations are in their new table by now.
INSERT INTO generation_inputs (generation, input)
    SELECT sequence, input FROM old_generation_inputs JOIN old_generations ON id = generation ORDER BY sequence;
INSERT INTO calls (generation, attempt, call, planned, state, finished, cost)
    SELECT sequence, attempt, call, planned, state, finished, old_calls.cost
    FROM old_calls JOIN old_generations ON id = generation ORDER BY sequence, attempt, call;

-- Amounts stand as they were; one that is none counts as unknown, and is unknown in its line.
INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, cost, pictures, created_at)
    SELECT reservation, generation, provider, model, client, state, estimate, cost, pictures, created_at
    FROM old_ledger ORDER BY created_at, reservation;
INSERT INTO ledger_lines (entry, number, kind, amount, at)
    SELECT id, 0, 'reserved',
        CASE WHEN typeof(estimate) = 'integer' AND estimate BETWEEN 0 AND 9000000000000000 THEN estimate END,
        created_at
    FROM ledger ORDER BY id;
INSERT INTO ledger_lines (entry, number, kind, amount, pictures)
    SELECT id, 1, state,
        CASE WHEN state = 'settled' AND typeof(cost) = 'integer' AND cost BETWEEN 0 AND 9000000000000000 THEN cost END,
        pictures
    FROM ledger WHERE state <> 'reserved' ORDER BY id;

DROP TABLE old_ledger;
DROP TABLE old_client_calls;
DROP TABLE old_pictures;
DROP TABLE old_calls;
DROP TABLE old_generation_inputs;
DROP TABLE old_generations;

-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last part of 004: what needs no JSON. The generations are in their new table by now.
INSERT INTO generation_inputs (generation, input)
    SELECT sequence, input FROM old_generation_inputs JOIN old_generations ON id = generation ORDER BY sequence;
INSERT INTO calls (generation, attempt, call, planned, state, finished, cost)
    SELECT sequence, attempt, call, planned, state, finished, old_calls.cost
    FROM old_calls JOIN old_generations ON id = generation ORDER BY sequence, attempt, call;

-- An amount that is none is unknown from now on, and only what is settled has a cost: as its lines say.
INSERT INTO ledger (reservation, generation, provider, model, client, state, estimate, cost, pictures, created_at)
    SELECT reservation, generation, provider, model, client, state,
        CASE WHEN typeof(estimate) = 'integer' AND estimate BETWEEN 0 AND 9000000000000000 THEN estimate END,
        CASE WHEN state = 'settled' AND typeof(cost) = 'integer' AND cost BETWEEN 0 AND 9000000000000000 THEN cost END,
        CASE state WHEN 'reserved' THEN 0 ELSE pictures END, created_at
    FROM old_ledger ORDER BY created_at, reservation;
INSERT INTO ledger_lines (entry, number, kind, amount, at)
    SELECT id, 0, 'reserved', estimate, created_at FROM ledger ORDER BY id;
INSERT INTO ledger_lines (entry, number, kind, amount, pictures)
    SELECT id, 1, state, cost, pictures FROM ledger WHERE state <> 'reserved' ORDER BY id;
DROP TABLE old_ledger;
DROP TABLE old_client_calls;
DROP TABLE old_pictures;
DROP TABLE old_calls;
DROP TABLE old_generation_inputs;
DROP TABLE old_generations;

-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A price that a vendor names as it takes a job raises what is reserved: a further line of the kind "reserved".
DROP VIEW ledger_by_lines;
CREATE VIEW ledger_by_lines AS
    SELECT last.entry AS id,
        CASE last.kind WHEN 'corrected' THEN 'settled' ELSE last.kind END AS state,
        (SELECT amount FROM ledger_lines WHERE entry = last.entry AND kind = 'reserved' ORDER BY number DESC LIMIT 1)
            AS estimate,
        CASE WHEN last.kind IN ('settled', 'corrected') THEN last.amount END AS cost,
        last.pictures AS pictures
    FROM ledger_lines AS last
    WHERE last.number = (SELECT max(number) FROM ledger_lines WHERE entry = last.entry);

-- What a budget has used up is summed from these alone: what was settled in its period, and all that is open.
DROP INDEX ledger_by_time;
CREATE INDEX ledger_by_time ON ledger (created_at, state, provider, client, cost, estimate);
CREATE INDEX ledger_open ON ledger (provider, client, estimate) WHERE state = 'reserved' OR state = 'kept';

-- Bills that somebody has to look at.
CREATE INDEX attempts_doubted ON attempts (generation) WHERE doubted_cost IS NOT NULL;

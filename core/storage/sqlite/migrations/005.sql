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

-- Budgets are asked before each call: what was settled is summed up as it is written, by the quarter of an hour in which
-- it was begun, since at one of those the days of every time zone begin. What is open are few entries.
CREATE TABLE ledger_sums (
    quarter INTEGER NOT NULL,
    provider TEXT NOT NULL,
    client TEXT NOT NULL,
    spent INTEGER NOT NULL,
    PRIMARY KEY (quarter, provider, client)
) WITHOUT ROWID;
INSERT INTO ledger_sums (quarter, provider, client, spent)
    SELECT created_at / 900000, provider, client, total(coalesce(CASE WHEN cost = CAST(cost AS INTEGER) AND cost BETWEEN 0 AND 9000000000000000 THEN cost END,
            CASE WHEN estimate = CAST(estimate AS INTEGER) AND estimate BETWEEN 0 AND 9000000000000000 THEN estimate END, 0))
    FROM ledger WHERE state = 'settled' GROUP BY 1, 2, 3;
CREATE TRIGGER ledger_sums_at_insert AFTER INSERT ON ledger WHEN NEW.state = 'settled'
BEGIN
    INSERT INTO ledger_sums (quarter, provider, client, spent)
        VALUES (NEW.created_at / 900000, NEW.provider, NEW.client,
            coalesce(CASE WHEN NEW.cost = CAST(NEW.cost AS INTEGER) AND NEW.cost BETWEEN 0 AND 9000000000000000 THEN NEW.cost END,
            CASE WHEN NEW.estimate = CAST(NEW.estimate AS INTEGER) AND NEW.estimate BETWEEN 0 AND 9000000000000000 THEN NEW.estimate END, 0))
        ON CONFLICT (quarter, provider, client) DO UPDATE SET spent = spent + excluded.spent;
END;
CREATE TRIGGER ledger_sums_without_old AFTER UPDATE ON ledger WHEN OLD.state = 'settled'
BEGIN
    UPDATE ledger_sums SET spent = spent - coalesce(CASE WHEN OLD.cost = CAST(OLD.cost AS INTEGER) AND OLD.cost BETWEEN 0 AND 9000000000000000 THEN OLD.cost END,
            CASE WHEN OLD.estimate = CAST(OLD.estimate AS INTEGER) AND OLD.estimate BETWEEN 0 AND 9000000000000000 THEN OLD.estimate END, 0)
        WHERE quarter = OLD.created_at / 900000 AND provider = OLD.provider AND client = OLD.client;
END;
CREATE TRIGGER ledger_sums_with_new AFTER UPDATE ON ledger WHEN NEW.state = 'settled'
BEGIN
    INSERT INTO ledger_sums (quarter, provider, client, spent)
        VALUES (NEW.created_at / 900000, NEW.provider, NEW.client,
            coalesce(CASE WHEN NEW.cost = CAST(NEW.cost AS INTEGER) AND NEW.cost BETWEEN 0 AND 9000000000000000 THEN NEW.cost END,
            CASE WHEN NEW.estimate = CAST(NEW.estimate AS INTEGER) AND NEW.estimate BETWEEN 0 AND 9000000000000000 THEN NEW.estimate END, 0))
        ON CONFLICT (quarter, provider, client) DO UPDATE SET spent = spent + excluded.spent;
END;
CREATE TRIGGER ledger_sums_at_delete AFTER DELETE ON ledger WHEN OLD.state = 'settled'
BEGIN
    UPDATE ledger_sums SET spent = spent - coalesce(CASE WHEN OLD.cost = CAST(OLD.cost AS INTEGER) AND OLD.cost BETWEEN 0 AND 9000000000000000 THEN OLD.cost END,
            CASE WHEN OLD.estimate = CAST(OLD.estimate AS INTEGER) AND OLD.estimate BETWEEN 0 AND 9000000000000000 THEN OLD.estimate END, 0)
        WHERE quarter = OLD.created_at / 900000 AND provider = OLD.provider AND client = OLD.client;
END;
CREATE INDEX ledger_open ON ledger (provider, client, estimate) WHERE state = 'reserved' OR state = 'kept';

-- Bills that somebody has to look at.
CREATE INDEX attempts_doubted ON attempts (generation) WHERE doubted_cost IS NOT NULL;

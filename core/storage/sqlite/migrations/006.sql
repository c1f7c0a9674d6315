-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What money is spent for has a name (a project), and a budget may hold for one of them or for a model. The ledger keeps
-- what was asked and what was told before it was sent: what an offer usually costs, and whether its price list is right,
-- are read from it.
ALTER TABLE generations ADD COLUMN project TEXT NOT NULL DEFAULT '';

-- `size` is "1024x1024", "16:9 2K" or nothing; `asked` the pictures. `told` is what was said before the click, `told_by`
-- from where: "list" (the price list), "bills" (what like calls cost before), or nothing.
ALTER TABLE ledger ADD COLUMN project TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN provider_model TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN size TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN quality TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN told INTEGER;
ALTER TABLE ledger ADD COLUMN told_by TEXT NOT NULL DEFAULT '';
-- What a settled entry counts for a budget: the cost, where that can be one, or else the estimate.
ALTER TABLE ledger ADD COLUMN spent INTEGER GENERATED ALWAYS AS (coalesce(
    CASE WHEN cost = CAST(cost AS INTEGER) AND cost BETWEEN 0 AND 9000000000000000 THEN cost END,
    CASE WHEN estimate = CAST(estimate AS INTEGER) AND estimate BETWEEN 0 AND 9000000000000000 THEN estimate END,
    0)) VIRTUAL;

DROP TRIGGER ledger_sums_at_insert;
DROP TRIGGER ledger_sums_without_old;
DROP TRIGGER ledger_sums_with_new;
DROP TRIGGER ledger_sums_at_delete;
DROP TABLE ledger_sums;
DROP INDEX ledger_open;

UPDATE ledger SET provider_model = attempts.provider_model,
    size = coalesce(json_extract(plan, '$.size.pixels'), nullif(trim(coalesce(json_extract(plan, '$.size.ratio'), '')
        || ' ' || coalesce(json_extract(plan, '$.size.tier'), '')), ''), json_extract(plan, '$.size.expected'), ''),
    quality = coalesce(json_extract(plan, '$.quality'), ''),
    asked = coalesce((SELECT sum(json_extract(value, '$.n')) FROM json_each(plan, '$.calls')), 0),
    told = CASE json_type(plan, '$.estimate.total') WHEN 'integer' THEN json_extract(plan, '$.estimate.total')
        ELSE ledger.estimate END,
    told_by = CASE WHEN json_type(plan, '$.estimate.total') = 'integer' THEN 'list'
        WHEN ledger.estimate IS NOT NULL THEN 'bills' ELSE '' END
    FROM attempts JOIN generations ON generations.sequence = attempts.generation
    WHERE generations.id = ledger.generation AND ledger.reservation = generations.id || '/' || attempts.number
        AND json_valid(attempts.plan);

-- Budgets are asked before each call: what was settled is summed up as it is written, by the quarter of an hour in which
-- it was begun, since at one of those the days of every time zone begin. What is open are few entries.
CREATE TABLE ledger_sums (
    quarter INTEGER NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    client TEXT NOT NULL,
    project TEXT NOT NULL,
    spent INTEGER NOT NULL,
    PRIMARY KEY (quarter, provider, model, client, project)
) WITHOUT ROWID;
INSERT INTO ledger_sums (quarter, provider, model, client, project, spent)
    SELECT created_at / 900000, provider, model, client, project, total(spent)
    FROM ledger WHERE state = 'settled' GROUP BY 1, 2, 3, 4, 5;
CREATE TRIGGER ledger_sums_at_insert AFTER INSERT ON ledger WHEN NEW.state = 'settled'
BEGIN
    INSERT INTO ledger_sums (quarter, provider, model, client, project, spent)
        VALUES (NEW.created_at / 900000, NEW.provider, NEW.model, NEW.client, NEW.project, NEW.spent)
        ON CONFLICT (quarter, provider, model, client, project) DO UPDATE SET spent = spent + excluded.spent;
END;
CREATE TRIGGER ledger_sums_without_old AFTER UPDATE ON ledger WHEN OLD.state = 'settled'
BEGIN
    UPDATE ledger_sums SET spent = spent - OLD.spent WHERE quarter = OLD.created_at / 900000
        AND provider = OLD.provider AND model = OLD.model AND client = OLD.client AND project = OLD.project;
END;
CREATE TRIGGER ledger_sums_with_new AFTER UPDATE ON ledger WHEN NEW.state = 'settled'
BEGIN
    INSERT INTO ledger_sums (quarter, provider, model, client, project, spent)
        VALUES (NEW.created_at / 900000, NEW.provider, NEW.model, NEW.client, NEW.project, NEW.spent)
        ON CONFLICT (quarter, provider, model, client, project) DO UPDATE SET spent = spent + excluded.spent;
END;
CREATE TRIGGER ledger_sums_at_delete AFTER DELETE ON ledger WHEN OLD.state = 'settled'
BEGIN
    UPDATE ledger_sums SET spent = spent - OLD.spent WHERE quarter = OLD.created_at / 900000
        AND provider = OLD.provider AND model = OLD.model AND client = OLD.client AND project = OLD.project;
END;
-- Of budgets that never begin anew, these would be all of them.
CREATE TABLE ledger_totals (
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    client TEXT NOT NULL,
    project TEXT NOT NULL,
    spent INTEGER NOT NULL,
    PRIMARY KEY (provider, model, client, project)
) WITHOUT ROWID;
INSERT INTO ledger_totals (provider, model, client, project, spent)
    SELECT provider, model, client, project, total(spent) FROM ledger_sums GROUP BY 1, 2, 3, 4;
CREATE TRIGGER ledger_totals_at_insert AFTER INSERT ON ledger_sums
BEGIN
    INSERT INTO ledger_totals (provider, model, client, project, spent)
        VALUES (NEW.provider, NEW.model, NEW.client, NEW.project, NEW.spent)
        ON CONFLICT (provider, model, client, project) DO UPDATE SET spent = spent + excluded.spent;
END;
CREATE TRIGGER ledger_totals_at_update AFTER UPDATE ON ledger_sums
BEGIN
    UPDATE ledger_totals SET spent = spent + (NEW.spent - OLD.spent) WHERE provider = NEW.provider
        AND model = NEW.model AND client = NEW.client AND project = NEW.project;
END;
CREATE INDEX ledger_open ON ledger (provider, model, client, project, estimate)
    WHERE state = 'reserved' OR state = 'kept';

-- What like calls cost before.
CREATE INDEX ledger_billed ON ledger (provider_model) WHERE state = 'settled';
CREATE INDEX ledger_by_project ON ledger (project) WHERE project <> '';

-- An empty provider, model, client or project means all of them; `model` may be a pattern ("flux*"). At `warn_at` per cent
-- of the limit it is told (0: never). One that is not hard stops nothing.
ALTER TABLE budgets RENAME TO old_budgets;
CREATE TABLE budgets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    limit_micros INTEGER NOT NULL CHECK (limit_micros >= 0),
    period TEXT NOT NULL,
    provider TEXT NOT NULL,
    client TEXT NOT NULL,
    model TEXT NOT NULL DEFAULT '',
    project TEXT NOT NULL DEFAULT '',
    warn_at INTEGER NOT NULL DEFAULT 75,
    hard INTEGER NOT NULL DEFAULT 1,
    UNIQUE (provider, client, model, project, period)
);
INSERT INTO budgets (id, limit_micros, period, provider, client)
    SELECT id, limit_micros, period, provider, client FROM old_budgets;
DROP TABLE old_budgets;

-- Why an attempt was made, what came after it, and the name of the key it was made with: {"key", "why", "after"}, or
-- the code of a reason alone.
ALTER TABLE attempts ADD COLUMN route TEXT;

-- The last attempts of an offer: how they ended, and what they cost.
CREATE INDEX attempts_by_vendor_model ON attempts (provider_model, generation);

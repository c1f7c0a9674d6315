-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What gateway clients leave behind without paying for it is bounded. `bytes` is counted for such rows only: the JSON, the
-- pictures and those of the input pictures that no row with a smaller id has, too.
ALTER TABLE generations ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX generations_unpaid ON generations (client, status, bytes, origin, cost, estimate)
    WHERE origin = 'gateway' AND coalesce(cost, estimate) = 0;

-- Input pictures go with the last row that has them.
CREATE INDEX generation_inputs_by_input ON generation_inputs (input);

-- Jobs of the last day are looked for at every start.
CREATE INDEX generations_by_time ON generations (created_at);

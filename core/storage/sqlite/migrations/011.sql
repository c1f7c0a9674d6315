-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What becomes of a client's calls that do not say it themselves.

-- `begins_early`: white space comes before an answer while its client waits. `replay`: the name of a mode ("mock"); empty:
-- as the gateway has it.
ALTER TABLE clients ADD COLUMN begins_early INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN replay TEXT NOT NULL DEFAULT '';

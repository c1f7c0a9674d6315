-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of clients can be managed by a program of the user's, with a key that is for this alone.

-- `manages`: its key makes, changes and removes those of programs, and pays for nothing. `disabled`: its key does not
-- work until somebody takes that back.
ALTER TABLE clients ADD COLUMN manages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE clients ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;

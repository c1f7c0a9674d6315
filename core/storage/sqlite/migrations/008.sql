-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pictures are deleted into a bin, are told apart by a colour before they are read, and know what they were made of.

-- When a person deleted it; NULL: nobody has. Its file waits in the bin until `emptied`.
ALTER TABLE picture_marks ADD COLUMN deleted_at INTEGER;
ALTER TABLE picture_marks ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0;
CREATE INDEX picture_marks_deleted ON picture_marks (deleted_at) WHERE deleted_at IS NOT NULL;
-- The same bytes made once more are there again. The rows of an older generation may be written anew at any time.
CREATE TRIGGER picture_marks_made_anew AFTER INSERT ON pictures
WHEN EXISTS (SELECT 1 FROM picture_marks WHERE picture = NEW.id AND deleted_at IS NOT NULL)
BEGIN
    UPDATE picture_marks SET deleted_at = NULL, emptied = 0 WHERE picture = NEW.id AND deleted_at <
        (SELECT coalesce(ended_at, created_at) FROM generations WHERE sequence = NEW.generation);
END;

-- The mean of its pixels, 0xRRGGBB. What is missing is found out again.
CREATE TABLE picture_colours (
    picture BLOB PRIMARY KEY,
    colour INTEGER NOT NULL
) WITHOUT ROWID;

-- Pictures of the collection that a generation's pictures were made of, taken in with its words.
CREATE TABLE picture_parents (
    generation INTEGER NOT NULL REFERENCES generations (sequence) ON DELETE CASCADE,
    picture BLOB NOT NULL,
    PRIMARY KEY (generation, picture)
) WITHOUT ROWID;
CREATE INDEX picture_parents_by_picture ON picture_parents (picture);
INSERT OR IGNORE INTO library_changes (generation)
    SELECT DISTINCT pictures.generation FROM pictures JOIN generation_inputs
        ON generation_inputs.generation = pictures.generation;

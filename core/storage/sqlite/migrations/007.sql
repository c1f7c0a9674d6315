-- SPDX-FileCopyrightText: Lightwell contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The pictures as a collection: what a person says of them, and the words by which they are found.

-- Of a picture's content, wherever it was made: `picture` is its content address, as in pictures.id.
CREATE TABLE picture_marks (
    picture BLOB PRIMARY KEY,
    starred INTEGER NOT NULL DEFAULT 0,
    hidden INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- `folded` is the tag without its case, under which it is one.
CREATE TABLE picture_tags (
    folded TEXT NOT NULL,
    picture BLOB NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (folded, picture)
) WITHOUT ROWID;
CREATE INDEX picture_tags_by_picture ON picture_tags (picture);
CREATE INDEX generations_by_project ON generations (project) WHERE project <> '';

-- What library/searchwords.h makes of a picture's words. A row's key is its generation's sequence times 4096 and its
-- position. `remove_diacritics 2`: "cafe" finds "café".
CREATE VIRTUAL TABLE library_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- Generations whose pictures have changed since their words were taken in, which is done before words are looked for and
-- not while something is paid for.
CREATE TABLE library_changes (generation INTEGER PRIMARY KEY);
INSERT INTO library_changes (generation) SELECT DISTINCT generation FROM pictures;
CREATE TRIGGER library_changes_at_insert AFTER INSERT ON pictures
BEGIN
    INSERT OR IGNORE INTO library_changes (generation) VALUES (NEW.generation);
END;
CREATE TRIGGER library_changes_at_update AFTER UPDATE OF id, revised_prompt ON pictures
BEGIN
    INSERT OR IGNORE INTO library_changes (generation) VALUES (NEW.generation);
END;
CREATE TRIGGER library_changes_at_delete AFTER DELETE ON pictures
BEGIN
    INSERT OR IGNORE INTO library_changes (generation) VALUES (OLD.generation);
END;

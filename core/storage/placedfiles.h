// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QStringList>

namespace lightwell {

/// Files that lie ready and get their names all together or not at all. What has such a name before keeps its content
/// under another ("settings.ini.replaced-20260131-235959"). At no moment is there no file under a name that had one.
/// What is under way stands in a note, by which whoever comes after a crash takes it back.
class PlacedFiles
{
public:
    /// The note is there from the first name that is given to the last.
    explicit PlacedFiles(QString note);
    void add(const QString &from, const QString &to);
    void addUnlessThere(const QString &from, const QString &to); ///< whose name says what is in it
    /// The last one, with what a database has beside it (-wal, -shm): that goes aside with it.
    void addDatabase(const QString &from, const QString &to);

    /// In the order of adding, each on the same file system as its place. After an error all is as it was; where the
    /// disk does not even allow that, the note stays.
    [[nodiscard]] Status place();
    [[nodiscard]] QStringList keptAside() const; ///< under these names

    /// Takes back what place() had done when its program was killed, by its note, which goes then. An error where the
    /// disk does not allow it; the note stays, and it can be called again.
    [[nodiscard]] static Status takeBack(const QString &note);

private:
    struct Move
    {
        QString from; ///< empty: what lies at `to` goes aside, and nothing takes its place
        QString to;
        QString aside; ///< empty: there is nothing at `to`
    };
    [[nodiscard]] Status writeNote() const;
    [[nodiscard]] static Status carryOut(const Move &move);
    [[nodiscard]] static Status undo(const QList<Move> &moves);

    QString m_note;
    QList<Move> m_moves;
};

} // namespace lightwell

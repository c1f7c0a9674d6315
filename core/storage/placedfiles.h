// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QList>
#include <QStringList>

namespace lightwell {

/// Files that lie ready and get their names all together or not at all. What has such a name before keeps its content
/// under another ("settings.ini.replaced-20260131-235959"). At no moment is there no file under a name that had one.
class PlacedFiles
{
public:
    void add(const QString &from, const QString &to);
    void addUnlessThere(const QString &from, const QString &to); ///< whose name says what is in it
    /// The last one, with what a database has beside it (-wal, -shm): that goes aside with it.
    void addDatabase(const QString &from, const QString &to);

    /// In the order of adding. After an error all is as it was.
    [[nodiscard]] Status place();
    [[nodiscard]] const QStringList &keptAside() const { return m_keptAside; } ///< under these names

private:
    enum class Kind { Replaces, UnlessThere, Database };
    struct File
    {
        QString from;
        QString to;
        Kind kind = Kind::Replaces;
    };
    struct Done
    {
        QString to;
        QString aside; ///< empty: there was nothing
    };
    [[nodiscard]] Status placeOne(const File &file);
    [[nodiscard]] Status moveAside(const QString &path, const QString &aside);
    void undo();

    QList<File> m_files;
    QList<Done> m_done;
    QStringList m_keptAside;
};

} // namespace lightwell

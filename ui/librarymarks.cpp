// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/librarymarks.h"

#include "core/async/whendone.h"
#include "core/library/library.h"

namespace lightwell {

LibraryMarks::LibraryMarks(Library &library)
    : m_library(library)
{
}

void LibraryMarks::read(const QStringList &pictures, QObject *context, OnMarks then)
{
    whenDone(m_library.marks(pictures), context, std::move(then));
}

void LibraryMarks::set(const QString &picture, picturemarks::Mark mark, bool on, QObject *context, OnDone then)
{
    whenDone(m_library.mark({picture}, mark, on), context, [then = std::move(then)](const Result<QStringList> &done) {
        then(done ? Status(Success()) : Status(done.error()));
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/markbook.h"

#include <QObject>

#include <optional>

namespace lightwell::test {

/// Marks in memory, as a database would have them.
class FakeMarks : public MarkBook
{
public:
    void read(const QStringList &pictures, QObject *context, OnMarks then) override
    {
        QHash<QString, PictureMark> found;
        for (const QString &picture : pictures) {
            found.insert(picture, marks.value(picture));
        }
        QMetaObject::invokeMethod(
            context, [found, then] { then(found); }, Qt::QueuedConnection);
    }
    void set(const QString &picture, picturemarks::Mark mark, bool on, QObject *context, OnDone then) override
    {
        if (!error) {
            PictureMark &changed = marks[picture];
            (mark == picturemarks::Mark::Starred ? changed.isStarred : changed.isHidden) = on;
        }
        QMetaObject::invokeMethod(
            context, [error = error, then] { then(error ? Status(*error) : Status(Success())); }, Qt::QueuedConnection);
    }
    QHash<QString, PictureMark> marks;
    std::optional<Error> error; ///< why none can be set, from now on
};

} // namespace lightwell::test

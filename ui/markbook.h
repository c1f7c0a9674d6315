// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/picturemarks.h"

#include <QHash>

#include <functional>

class QObject;

namespace lightwell {

/// Stars and hidden pictures, as the database has them. A seam, so that pages can be tested without one. Callbacks come
/// on `context`'s thread, never from within the call, and are dropped when the context is gone.
class MarkBook
{
public:
    using OnMarks = std::function<void(const Result<QHash<QString, PictureMark>> &)>;
    using OnDone = std::function<void(const Status &)>;

    virtual ~MarkBook() = default;
    virtual void read(const QStringList &pictures, QObject *context, OnMarks then) = 0; ///< by their ids
    virtual void set(const QString &picture, picturemarks::Mark mark, bool on, QObject *context, OnDone then) = 0;
};

} // namespace lightwell

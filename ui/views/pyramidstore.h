// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "ui/views/pyramid.h"

#include <QCache>
#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <memory>

namespace lightwell {

using SharedPyramid = std::shared_ptr<const Pyramid>;

/// Reads pictures on the thread pool for whoever looks at them. Those that were looked at last stay, up to a bound;
/// what is in use by then counts as long as it is.
class PyramidStore : public QObject
{
    Q_OBJECT
public:
    static constexpr int keptKiB = 256 * 1024;
    explicit PyramidStore(QObject *parent = nullptr);
    /// Null: it is being read, and ready() tells.
    [[nodiscard]] SharedPyramid pyramid(const Picture &picture);
    /// A part of the picture, in its own pixels, where its pyramid has no such fine level.
    [[nodiscard]] static QFuture<QImage> readPart(const Picture &picture, const QRect &part);
    void letGo(); ///< of all that nobody uses

Q_SIGNALS:
    void ready(const QString &picture, const lightwell::SharedPyramid &pyramid); ///< empty: it cannot be read

private:
    void take(const QString &id, Pyramid pyramid);
    QCache<QString, SharedPyramid> m_kept; ///< by the picture's id; costs are KiB
    QHash<QString, std::weak_ptr<const Pyramid>> m_used;
    QSet<QString> m_reading;
};

} // namespace lightwell

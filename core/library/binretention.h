// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/picturebin.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace lightwell {

/// Empties the bin of what has waited its time (picturebin::tidy()), at once and every few hours: a gateway runs for
/// months. What it works with outlives it, and what it put on the thread pool.
class BinRetention : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        std::chrono::milliseconds pause = std::chrono::hours(6);
        std::function<QDateTime()> now = &QDateTime::currentDateTimeUtc;
    };
    /// `forget` is called for each that is gone for good, on the thread pool.
    BinRetention(const picturebin::Places &places, std::function<void(const QString &picture)> forget,
                 const Timing &timing, QObject *parent = nullptr);

Q_SIGNALS:
    void tidied(const QStringList &gone); ///< as far as it could be done

private:
    void begin();

    const picturebin::Places m_places;
    const std::function<void(const QString &picture)> m_forget;
    const std::function<QDateTime()> m_now;
    QTimer m_again;
    bool m_isAtWork = false;
};

} // namespace lightwell

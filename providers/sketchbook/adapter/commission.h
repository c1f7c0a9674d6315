// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/order.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QList>

#include <chrono>

namespace lightwell::sketchbook {

/// A painting under way or kept: what a job is at any vendor.
struct Commission
{
    QString id;
    Order order;
    QStringList leftOut; ///< words the poster's type has no letters for
    QStringList notDrawn; ///< words the painter understands nothing of
    QList<quint64> seeds; ///< one per picture
    QFuture<QList<QByteArray>> work; ///< one result: the encoded pictures, in the order of the seeds
    std::chrono::steady_clock::time_point begun;

    [[nodiscard]] bool hasPictures() const { return work.isFinished() && !work.isCanceled() && work.resultCount() > 0; }
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] QString pictureName(qsizetype index) const; ///< "ID-0.png"
    /// The answer to a poll. `inlineBytes`: pictures as base64 rather than links.
    [[nodiscard]] QJsonObject describe(bool inlineBytes) const;
};

} // namespace lightwell::sketchbook

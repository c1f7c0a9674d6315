// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace lightwell::bench {

/// One line of the result.
struct Figure
{
    QString name; ///< "30 MB: added"
    std::optional<double> value; ///< nothing: could not be measured, the note says why
    QString unit; ///< "ms", "MB", "%", "calls/s" …
    QString aim; ///< what it should be, for a person; empty where there is no aim
    QString note;
    QJsonObject details; ///< more of it, for programs

    [[nodiscard]] static Figure missing(const QString &name, const QString &why);
};

/// How long `work` takes, in milliseconds.
[[nodiscard]] double timed(const std::function<void()> &work);

/// How much processor time of this thread it takes, in milliseconds: the same on a busy machine, as far as that goes.
[[nodiscard]] double processorTime(const std::function<void()> &work);
[[nodiscard]] double processorTimeOfThread(); ///< of this one so far, in milliseconds

/// The middle one; of an even number the mean of the two in the middle. 0 of none.
[[nodiscard]] double median(QList<double> values);
/// The one below which this part of them lies: 0.99 is p99. 0 of none.
[[nodiscard]] double quantile(QList<double> values, double part);

} // namespace lightwell::bench

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace lightwell {

/// Whose figures they are: a provider's id, and the model's id there.
using OfferKey = std::pair<QString, QString>;

/// One call to an offer that has ended, as far as that says something of the offer.
struct MeasuredCall
{
    bool made = false; ///< it brought what was asked for; else it failed through no fault of the request
    QDateTime endedAt;
    qint64 ms = 0; ///< from the start of the attempt to its end
    std::optional<qint64> firstMs = {}; ///< until the first word of a stream; nothing: no words, or no stream
    std::optional<qint64> tokens = {}; ///< that a text model said, as its vendor counted them
};

/// Under which so many of a hundred values lie.
struct Percentiles
{
    double p50 = 0;
    double p75 = 0;
    double p90 = 0;
    double p99 = 0;
    friend bool operator==(const Percentiles &, const Percentiles &) = default;
};

/// How an offer did lately, by the user's own calls. What was not measured is nothing.
struct OfferFigures
{
    // How many of a hundred calls brought what was asked for.
    std::optional<double> uptime5m;
    std::optional<double> uptime30m;
    std::optional<double> uptime1d;
    // Of those in the last half hour that did.
    std::optional<Percentiles> wholeMs; ///< milliseconds to the end
    std::optional<Percentiles> firstMs; ///< milliseconds to the first word
    std::optional<Percentiles> tokensPerSecond;

    friend bool operator==(const OfferFigures &, const OfferFigures &) = default;
};
using FiguresByOffer = QHash<OfferKey, OfferFigures>;

inline constexpr qint64 measuredSeconds = 24LL * 60 * 60; ///< what OfferFigures look back on at most
inline constexpr qint64 timedSeconds = 30LL * 60; ///< the same, of times

[[nodiscard]] OfferFigures figuresOf(const QList<MeasuredCall> &calls, const QDateTime &now);

} // namespace lightwell

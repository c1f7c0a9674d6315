// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <chrono>
#include <tuple>
#include <utility>

namespace lightwell {

struct Generation;

/// Counters of the gateway in Prometheus' text format (version 0.0.4). Labels come from lists only that no client can
/// add to: routes, providers, and ids of clients that the user has let in.
class Metrics
{
public:
    /// `client` is empty where no key was shown, or none that works.
    void countAnswer(const QString &route, const QString &client, int status);
    /// One that a program asked for and that has ended.
    void countGeneration(const Generation &generation);
    /// A call has left the queue of a provider after so long, with its turn or without.
    void countWait(const QString &provider, const QString &client, std::chrono::milliseconds time);
    /// What is true at the moment.
    struct Now
    {
        int connections = 0; ///< open
        int running = 0; ///< generations under way, whoever asked for them
        int queued = 0; ///< of those, how many wait for their turn at a provider
    };
    /// Of what is by client, only the figures of `onlyClient`; empty: of all.
    [[nodiscard]] QByteArray text(const Now &now, const QString &onlyClient = {}) const;

private:
    /// Of whom a figure speaks.
    struct Party
    {
        QString provider; ///< "none": it got to no provider
        QString client; ///< its id; "none" where no key is asked for
        friend bool operator<(const Party &a, const Party &b)
        {
            return std::tie(a.provider, a.client) < std::tie(b.provider, b.client);
        }
    };
    struct Duration
    {
        qint64 milliseconds = 0;
        qint64 count = 0;
        void add(qint64 more)
        {
            milliseconds += more;
            ++count;
        }
    };
    /// Within which times a wait is counted; Prometheus adds up what is below each.
    static constexpr std::array<qint64, 7> waitBounds {10, 100, 1000, 5000, 30'000, 120'000, 600'000}; ///< milliseconds
    struct Waits
    {
        std::array<qint64, waitBounds.size()> within {}; ///< each bound, also those that were within a lower one
        Duration all;
    };
    QMap<std::tuple<QString, QString, int>, qint64> m_answers; ///< by route, client and status
    QMap<std::pair<Party, QString>, qint64> m_ended; ///< by status
    QMap<Party, qint64> m_costMicros; ///< as far as it is known
    QMap<Party, qint64> m_unknownCosts; ///< attempts that may have been billed, nobody knows how much
    QMap<Party, Duration> m_upstream; ///< attempts, from their beginning to their end
    QMap<Party, Waits> m_waits; ///< for a turn at the provider
    QMap<Party, Duration> m_inside; ///< of generations, by the last provider: all the time without an attempt under way
};

} // namespace lightwell

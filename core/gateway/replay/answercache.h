// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace lightwell {

/// What text models answered, kept for equal calls of the same client. In memory alone, and no longer than each may be:
/// it goes with the program. Beyond the bound the oldest of the client go that has most. Lives on the gateway's thread.
class AnswerCache : public QObject
{
public:
    struct Bounds
    {
        qint64 bytes = 64LL * 1024 * 1024;
        qint64 bytesEach = 4LL * 1024 * 1024; ///< a longer answer is not kept
        qsizetype hits = 1000; ///< that can still be asked about
    };
    explicit AnswerCache(QObject *parent = nullptr);
    AnswerCache(const Bounds &bounds, QObject *parent = nullptr);

    struct Key
    {
        QString client;
        QByteArray fingerprint; ///< SHA-256 of all that shapes the answer
    };
    /// As its dialect gives it, but for what that tells of the outcome; with a usage of nothing (repeatableAnswer()).
    struct Answer
    {
        QByteArray body; ///< whole, or the events of a stream
        QByteArray tail; ///< of a stream: its last events, in which the outcome is told
        bool isStream = false;
    };
    struct Kept
    {
        Answer answer;
        Generation made; ///< which was paid for, as whoever pays nothing is told of it
        QDateTime keptAt; ///< UTC, like all times here
        QDateTime expiresAt;
        QString client;
    };
    /// In the place of one with the same key.
    void keep(const Key &key, const Answer &answer, const Generation &made, std::chrono::seconds lifetime,
              const QDateTime &now);
    /// Nothing: there is none that is so young, or it has expired.
    [[nodiscard]] std::optional<Kept> find(const Key &key, std::chrono::seconds age, const QDateTime &now) const;
    void remove(const Key &key);
    void forget(const QString &generation); ///< what it answered
    void forgetAnswer(const QString &client, const QString &id); ///< a client's own that has this id in it
    void forgetExpired(const QDateTime &now);
    void clear();
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

    /// A call that was answered with it, as a generation of its own, which is found by its id for a while. `notes` are
    /// of this call.
    [[nodiscard]] Generation noteHit(const Kept &kept, const CallNotes &notes, const QDateTime &now);
    [[nodiscard]] std::optional<Generation> hit(const QString &id) const;

private:
    void removeAt(const QByteArray &key);
    void makeRoom();

    const Bounds m_bounds;
    QHash<QByteArray, Kept> m_kept;
    QList<QByteArray> m_order; ///< their keys, the oldest first
    qint64 m_bytes = 0;
    QHash<QString, qint64> m_bytesOf; ///< by client
    QList<Generation> m_hits; ///< the oldest first
    QTimer m_tidying; ///< while something is kept
};

} // namespace lightwell

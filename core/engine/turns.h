// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"

#include <QElapsedTimer>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <list>

namespace lightwell {

class AdapterRegistry;
class Turns;

/// Who asks for a turn: programs at the gateway are told apart, and nothing else.
[[nodiscard]] inline Origin askerOf(const Origin &origin)
{
    return {origin.kind, origin.client};
}

/// A call's place at a provider: in the queue until it is granted, then one of the calls under way until this goes.
class Turn : public QObject
{
    Q_OBJECT
public:
    ~Turn() override;
    [[nodiscard]] bool isGranted() const { return m_granted; }
    [[nodiscard]] int position() const; ///< 1: the next; 0: it is granted

Q_SIGNALS:
    void granted(); ///< not for one that was granted as it was taken
    void moved(int position); ///< in the queue; also soon after it was taken

private:
    friend class Turns;
    Turn(Turns &turns, QString provider, Origin who, QObject *parent);
    [[nodiscard]] std::chrono::milliseconds waited() const; ///< so far
    QPointer<Turns> m_turns;
    const QString m_provider;
    const Origin m_who;
    QElapsedTimer m_since; ///< it stands in the queue
    bool m_granted = false;
    int m_told = 0;
};

/// How many calls run side by side at each provider, and who is next: of those who wait, one of each asker in turn, so
/// that nobody waits for all of another's calls. Lives on the engine's thread.
class Turns : public QObject
{
    Q_OBJECT
public:
    explicit Turns(const AdapterRegistry &adapters, QObject *parent = nullptr);
    ~Turns() override;

    /// By provider; for all others ProviderInfo::callsAtOnce holds. Counts from now on.
    void setLimits(const QMap<QString, int> &limits);
    /// `who` asks (askerOf()): calls of one asker follow each other as they came.
    [[nodiscard]] Turn *take(const QString &provider, const Origin &who, QObject *parent);
    [[nodiscard]] int waiting() const; ///< turns that are not granted yet, of all providers

Q_SIGNALS:
    /// Of each turn once: it was granted or given up after so long, 0 where it did not have to wait.
    void waited(const QString &provider, const lightwell::Origin &who, std::chrono::milliseconds time);

private:
    friend class Turn;
    struct Lane
    {
        Origin who;
        QList<Turn *> waiting; ///< never empty
    };
    struct Queue
    {
        int running = 0;
        std::list<Lane> lanes; ///< the first is served next
    };
    [[nodiscard]] int limit(const QString &provider) const;
    [[nodiscard]] int positionOf(const Turn &turn) const;
    void leave(const Turn &turn);
    void serveSoon();
    void serve();
    void tellPositions();

    const AdapterRegistry &m_adapters;
    QMap<QString, int> m_limits;
    QHash<QString, Queue> m_queues;
    // Children: they go along where the engine is moved to its thread, and start nowhere else.
    QTimer m_serving {this};
    QTimer m_telling {this};
};

} // namespace lightwell

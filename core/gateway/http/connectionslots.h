// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace lightwell {

class Connection;

/// The places there are for connections, which the listeners of one gateway share. When there is none left, one that is
/// kept open between two requests gives way, and then whoever has shown least: first who has sent no head, then who has
/// shown no key; among equals first one of the address that holds most of them, and of its connections the oldest. A
/// quarter of the places is only for those who have shown a key that works, and these never give way while they have
/// something under way; but one client has at most as many as it leaves for the others. Lives on the gateway's thread.
class ConnectionSlots : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        int most = 512;
        /// Bytes of answers that wait for their clients, all together. Beyond it answers of whoever has most of them
        /// end, the slowest first; those that are younger than `look` only beyond twice as much.
        qint64 unsent = 256LL * 1024 * 1024;
        std::chrono::milliseconds look = std::chrono::seconds(1); ///< between two looks at that
    };
    explicit ConnectionSlots(const Setup &setup, QObject *parent = nullptr);

    /// Whether one more connection may come, after another has given way where one must.
    [[nodiscard]] bool makeRoom();
    bool freeOne(); ///< ends the one that has shown least; false: all have shown a key
    void add(Connection *connection); ///< has a place until it is closed
    /// Whether one more connection of this client may become a known one. Without keys all are the same, and may.
    [[nodiscard]] bool admits(const QString &client) const;
    [[nodiscard]] int taken() const { return int(m_connections.size()); }

private:
    [[nodiscard]] Connection *leastEntitled() const;
    [[nodiscard]] Connection *mostWasteful(bool alsoYoung) const;
    void lookAtAnswers();

    Setup m_setup;
    QList<Connection *> m_connections; ///< oldest first
    QTimer m_look; ///< while answers wait
};

} // namespace lightwell

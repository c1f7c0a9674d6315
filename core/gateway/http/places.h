// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace lightwell {

class Connection;

/// The places there are for connections, which the listeners of one gateway share. When there is none left, whoever has
/// shown least gives way: first who has sent no head, then who has shown no key; among equals first one of the address
/// that holds most of them, and of its connections the oldest. A quarter of the places is only for those who have shown
/// a key that works, and these never give way. Lives on the gateway's thread.
class Places : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        int most = 512;
        /// Bytes of answers that wait for their clients, all together. Beyond it the answers that leave slowest end,
        /// unless they are younger than `look`.
        qint64 unsent = 256LL * 1024 * 1024;
        std::chrono::milliseconds look = std::chrono::seconds(1); ///< between two looks at that
    };
    explicit Places(const Setup &setup, QObject *parent = nullptr);

    /// Whether one more connection may come, after another has given way where one must.
    [[nodiscard]] bool makeRoom();
    bool freeOne(); ///< ends the one that has shown least; false: all have shown a key
    void add(Connection *connection); ///< has a place until it is closed
    [[nodiscard]] int taken() const { return int(m_connections.size()); }

private:
    [[nodiscard]] Connection *leastEntitled() const;
    [[nodiscard]] Connection *slowest() const;
    void lookAtAnswers();

    Setup m_setup;
    QList<Connection *> m_connections; ///< oldest first
    QTimer m_look; ///< while answers wait
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace lightwell {

class SteadyClock;

/// Tells a press of its own from the rest of one that has acted already: a key that is held, a double-click.
/// Watches the keys of the whole program, since a hold goes on where the keyboard has moved to.
class HeldPress : public QObject
{
    Q_OBJECT
public:
    explicit HeldPress(const SteadyClock &clock, QObject *parent = nullptr);
    /// Whether what is pressed now may act. Taken or not, what follows at once may not. `isSame`: it would do what was
    /// done last; the mouse may do something else at once, a key may not.
    [[nodiscard]] bool take(bool isSame);
    void begin(); ///< something acted or came up by itself: what follows at once was not meant for it
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const SteadyClock &m_clock;
    qint64 m_lastAt = 0;
    quint64 m_releasedAt = 0; ///< on the window system's clock
    bool m_hasActed = false;
    bool m_isByKey = false;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QList>

namespace lightwell::bench {

/// Processor time of the window's thread, by the turns of its event loop: what it does between two looks for something
/// new, and so what a click may have to wait for. Other programs on a busy machine do not count.
struct LoopTimes
{
    QList<double> turns; ///< milliseconds each
    double longestEvent = 0; ///< milliseconds, with all that it led to at once
    QString longestName; ///< that event and whose it was
};

/// An application that measures itself. Needs Qt's own event loop (QT_NO_GLIB=1): it says where a turn begins, GLib's
/// only where it waits.
class TimedApplication : public QApplication
{
    Q_OBJECT
public:
    TimedApplication(int &argc, char **argv);

    void begin(); ///< forgets what was
    [[nodiscard]] const LoopTimes &times() const { return m_times; }
    bool notify(QObject *receiver, QEvent *event) override;

private:
    void turn();

    LoopTimes m_times;
    double m_turnBegan = -1; ///< of this thread's processor time; negative: the next one is the first
    bool m_isInEvent = false;
};

} // namespace lightwell::bench

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/startupprobe.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace lightwell {

namespace {

/// After the first paint, the first turn of the event loop with nothing left to do is the first click that counts.
class FirstPaint : public QObject
{
public:
    FirstPaint(QElapsedTimer clock, QObject *parent)
        : QObject(parent)
        , m_clock(clock)
    {
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_painted) {
            m_painted = true;
            QTimer::singleShot(0, this, [this] {
                std::printf("%lld\n", static_cast<long long>(m_clock.elapsed()));
                std::fflush(stdout);
                QCoreApplication::exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QElapsedTimer m_clock;
    bool m_painted = false;
};

} // namespace

void StartupProbe::reportWhenUsable(QWidget &window) const
{
    window.installEventFilter(new FirstPaint(m_clock, &window));
}

} // namespace lightwell

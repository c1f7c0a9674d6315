// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/looptimes.h"

#include "tests/bench/figure.h"

#include <QAbstractEventDispatcher>
#include <QMetaEnum>
#include <QThread>
#include <QTimer>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

/// "UpdateRequest of MainWindow", with the owner of a timer in its place.
QString nameOf(QEvent::Type type, const char *whose, const QString &objectName)
{
    const char *what = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    const QString event = what ? QString::fromLatin1(what) : QString::number(type);
    return u"%1 of %2 %3"_s.arg(event, QString::fromLatin1(whose), objectName).trimmed();
}

} // namespace

TimedApplication::TimedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
{
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, &TimedApplication::turn);
}

void TimedApplication::begin()
{
    m_times = {};
    m_turnBegan = -1;
}

void TimedApplication::turn()
{
    const double now = processorTimeOfThread();
    if (m_turnBegan >= 0) {
        m_times.turns.append(now - m_turnBegan);
    }
    m_turnBegan = now;
}

/// Events of other threads come here as well.
bool TimedApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread() || m_isInEvent) {
        return QApplication::notify(receiver, event);
    }
    // Before it may be gone.
    const QObject *owner = qobject_cast<QTimer *>(receiver) && receiver->parent() ? receiver->parent() : receiver;
    const char *whose = owner->metaObject()->className();
    const QString objectName = owner->objectName();
    const QEvent::Type type = event->type();
    m_isInEvent = true;
    const double before = processorTimeOfThread();
    const bool isTaken = QApplication::notify(receiver, event);
    const double took = processorTimeOfThread() - before;
    m_isInEvent = false;
    if (took > m_times.longestEvent) {
        m_times.longestEvent = took;
        m_times.longestName = nameOf(type, whose, objectName);
    }
    return isTaken;
}

} // namespace lightwell::bench

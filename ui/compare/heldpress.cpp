// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/heldpress.h"

#include "ui/steadyclock.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace lightwell {

namespace {

bool pressesButtons(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
}

} // namespace

HeldPress::HeldPress(const SteadyClock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool HeldPress::take(bool isSame)
{
    const bool isSlip = m_hasActed && m_clock.now() - m_lastAt < slipMilliseconds && (isSame || m_isByKey);
    begin();
    return !isSlip;
}

void HeldPress::begin()
{
    m_hasActed = true;
    m_lastAt = m_clock.now();
}

bool HeldPress::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        m_isByKey = false;
        return false;
    }
    const bool isPress = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isPress && event->type() != QEvent::KeyRelease) {
        return false;
    }
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!pressesButtons(key->key())) {
        return false;
    }
    if (!isPress) {
        m_releasedAt = key->timestamp();
        return false;
    }
    m_isByKey = true;
    // X11 repeats a key by a release and a press of one moment, which Qt does not always tell as a repeat.
    const bool isRepeat = key->isAutoRepeat() || (key->timestamp() > 0 && key->timestamp() == m_releasedAt);
    if (m_hasActed && (isRepeat || m_clock.now() - m_lastAt < slipMilliseconds)) {
        m_lastAt = m_clock.now();
    } else if (!isRepeat) {
        m_hasActed = false;
    }
    return false;
}

} // namespace lightwell

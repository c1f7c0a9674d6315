// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sanitizer.h"

#include <QElapsedTimer>
#include <QFile>

namespace lightwell::test {

/// What a piece of work adds to the memory of this process, at its peak, and how long it takes. Begins when it is made.
class PeakMemory
{
public:
    PeakMemory()
    {
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        m_works = reset.open(QIODevice::WriteOnly) && reset.write("5") == 1;
        m_before = mebibytesOf("VmRSS:");
        m_timer.start();
    }

    /// Not on every system, and not with a sanitizer, which keeps what was given back.
    [[nodiscard]] bool works() const { return m_works && !isSanitized; }
    [[nodiscard]] qint64 mebibytes() const { return mebibytesOf("VmHWM:") - m_before; }
    [[nodiscard]] qint64 milliseconds() const { return m_timer.elapsed(); }

private:
    static qint64 mebibytesOf(const QByteArray &key)
    {
        QFile status(QStringLiteral("/proc/self/status"));
        const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
        return text.mid(text.indexOf(key) + key.size()).simplified().split(' ').value(0).toLongLong() / 1024;
    }

    bool m_works = false;
    qint64 m_before = 0;
    QElapsedTimer m_timer;
};

} // namespace lightwell::test

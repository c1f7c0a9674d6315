// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QIODevice>

#include <chrono>
#include <cstring>

namespace lightwell::codecs {

/// Bytes in memory that end when the time is up: what a decoder of Qt's makes of them must not take for ever. Nothing
/// else can stop one, and a few bytes can stand for any amount of work. Not a QBuffer, which Qt's JPEG takes whole.
class TimedSource : public QIODevice
{
public:
    TimedSource(const QByteArray &bytes, std::chrono::milliseconds most)
        : m_bytes(bytes)
        , m_deadline(most)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        if (m_deadline.hasExpired()) {
            return -1;
        }
        const qint64 count = qBound<qint64>(0, m_bytes.size() - pos(), most);
        std::memcpy(target, m_bytes.constData() + pos(), size_t(count));
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray &m_bytes;
    QDeadlineTimer m_deadline;
};

} // namespace lightwell::codecs

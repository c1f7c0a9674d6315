// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/streamfollower.h"

#include "core/async/whendone.h"

#include <QtConcurrent>

namespace lightwell {

namespace {

constexpr qsizetype mostWaiting = 64 * 1024 * 1024; // bytes; the largest event alone may have as many

} // namespace

StreamFollower::StreamFollower(Read read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{
}

void StreamFollower::feed(const QByteArray &piece)
{
    const QList<StreamEvent> events = m_events.feed(piece);
    for (const StreamEvent &event : events) {
        m_waitingBytes += event.data.size();
        m_waiting.append(event);
        while (m_waitingBytes > mostWaiting && m_waiting.size() > 1) {
            (void)takeNext();
        }
    }
    readNext();
}

StreamEvent StreamFollower::takeNext()
{
    m_waitingBytes -= m_waiting.first().data.size();
    return m_waiting.takeFirst();
}

void StreamFollower::readNext()
{
    if (m_isReading || m_waiting.isEmpty()) {
        return;
    }
    m_isReading = true;
    const auto reading = QtConcurrent::run([read = m_read, event = takeNext()] { return read(event); });
    whenDone(reading, this, [this](const QList<Interim> &found) {
        m_isReading = false;
        for (const Interim &interim : found) {
            Q_EMIT interimArrived(interim);
        }
        readNext();
    });
}

} // namespace lightwell

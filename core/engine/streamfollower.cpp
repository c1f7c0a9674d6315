// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/streamfollower.h"

#include "core/async/whendone.h"

#include <QtConcurrent>

namespace lightwell {

StreamFollower::StreamFollower(Read read, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
{
}

void StreamFollower::feed(const QByteArray &piece)
{
    m_waiting += m_events.feed(piece);
    readNext();
}

void StreamFollower::readNext()
{
    if (m_isReading || m_waiting.isEmpty()) {
        return;
    }
    m_isReading = true;
    const auto reading = QtConcurrent::run([read = m_read, event = m_waiting.takeFirst()] { return read(event); });
    whenDone(reading, this, [this](const QList<Interim> &found) {
        m_isReading = false;
        for (const Interim &interim : found) {
            Q_EMIT interimArrived(interim);
        }
        readNext();
    });
}

} // namespace lightwell

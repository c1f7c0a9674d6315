// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <QObject>

#include <functional>

namespace lightwell {

/// Shows what an answer brings while it streams: cuts the stream into events and has them read, one after another and
/// on the thread pool, since a preview is megabytes of base64. Where a stream is faster than its reading, the oldest
/// that waits is left out: it is only looked at, and the answer is read as a whole in the end. What is
/// still being read when it goes is not told.
class StreamFollower : public QObject
{
    Q_OBJECT
public:
    using Read = std::function<QList<Interim>(const StreamEvent &)>; ///< called on the thread pool
    StreamFollower(Read read, QObject *parent);

    void feed(const QByteArray &piece);

Q_SIGNALS:
    void interimArrived(const lightwell::Interim &interim);

private:
    void readNext();
    [[nodiscard]] StreamEvent takeNext();

    Read m_read;
    EventStreamReader m_events;
    QList<StreamEvent> m_waiting;
    qsizetype m_waitingBytes = 0;
    bool m_isReading = false;
};

} // namespace lightwell

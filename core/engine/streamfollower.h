// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/model/generation.h"
#include "core/transport/httpclient.h"

#include <QObject>

#include <functional>

namespace lightwell {

/// Shows what an answer brings while it streams: cuts the stream into events and has them read, one after another and
/// on the thread pool, since a preview is megabytes of base64. Where a stream is faster than its reading, the oldest
/// that waits is left out: it is only looked at, and the answer is read as a whole in the end. Of a call few previews
/// are shown, since each costs whoever looks at it. Outlives the answer: its last events are still being read then.
/// What is being read when it goes is not told.
class StreamFollower : public QObject
{
    Q_OBJECT
public:
    using Read = std::function<QList<Interim>(const StreamEvent &)>; ///< called on the thread pool
    StreamFollower(Read read, QString provider, QObject *parent);

    void follow(HttpCall *call); ///< a running one; what is no event stream shows nothing

Q_SIGNALS:
    void progressed(const lightwell::Progress &progress);

private:
    void feed(const QByteArray &piece);
    void readNext();
    [[nodiscard]] StreamEvent takeNext();
    void show(const Interim &interim);

    Read m_read;
    QString m_provider; ///< its id
    EventStreamReader m_events;
    QList<StreamEvent> m_waiting;
    qsizetype m_waitingBytes = 0;
    int m_previews = 0; ///< that were shown
    bool m_isReading = false;
};

} // namespace lightwell

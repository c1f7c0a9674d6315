// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/streamfollower.h"

namespace lightwell {

namespace {
constexpr int maxPreviews = 10; // three can be asked for
}

StreamFollower::StreamFollower(const InterimReader::Read &read, const QString &provider, QObject *parent)
    : QObject(parent)
    , m_reader(provider, maxPreviews, nullptr)
{
    m_reader.setRead(read);
    connect(&m_reader, &InterimReader::progressed, this, &StreamFollower::progressed);
}

void StreamFollower::follow(HttpCall *call)
{
    connect(call, &HttpCall::pieceArrived, this, [this](const HttpResponse &head, const QByteArray &piece) {
        if (!head.isSuccess() || !isEventStream(head.header("Content-Type"))) {
            return;
        }
        const QList<StreamEvent> events = m_events.feed(piece);
        for (const StreamEvent &event : events) {
            m_reader.take(event);
        }
    });
}

} // namespace lightwell

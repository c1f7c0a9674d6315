// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/streamfollower.h"

#include "core/async/whendone.h"

#include <QtConcurrent>

namespace lightwell {

namespace {

constexpr int maxPreviews = 10; // three can be asked for
constexpr qsizetype maxWaiting = 64 * 1024 * 1024; // bytes; the largest event alone may have as many

} // namespace

StreamFollower::StreamFollower(Read read, QString provider, QObject *parent)
    : QObject(parent)
    , m_read(std::move(read))
    , m_provider(std::move(provider))
{
}

void StreamFollower::follow(HttpCall *call)
{
    connect(call, &HttpCall::pieceArrived, this, [this](const HttpResponse &head, const QByteArray &piece) {
        if (head.isSuccess() && isEventStream(head.header("Content-Type"))) {
            feed(piece);
        }
    });
}

void StreamFollower::feed(const QByteArray &piece)
{
    const QList<StreamEvent> events = m_events.feed(piece);
    for (const StreamEvent &event : events) {
        m_waitingBytes += event.data.size();
        m_waiting.append(event);
        while (m_waitingBytes > maxWaiting && m_waiting.size() > 1) {
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
            show(interim);
        }
        readNext();
    });
}

void StreamFollower::show(const Interim &interim)
{
    Progress progress {Progress::Stage::Waiting, {}, {}, m_provider, 1, {}, {}};
    if (const Preview *preview = std::get_if<Preview>(&interim)) {
        if (++m_previews > maxPreviews) {
            return;
        }
        progress.preview = preview->bytes;
        progress.fraction = preview->fraction;
    } else {
        progress.text = std::get<TextPiece>(interim).text;
    }
    Q_EMIT progressed(progress);
}

} // namespace lightwell

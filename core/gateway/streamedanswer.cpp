// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/streamedanswer.h"

#include "core/async/whendone.h"

#include <QDateTime>
#include <QtConcurrent>

#include <utility>

namespace lightwell {

namespace {

constexpr std::chrono::seconds longestSilence(15);
constexpr qint64 slowClient = 512LL * 1024; ///< bytes it has not taken: previews would only pile up

} // namespace

StreamedAnswer::StreamedAnswer(Exchange *exchange, DialectPtr dialect, CallKind kind, Send begin, Send respond)
    : QObject(exchange)
    , m_exchange(exchange)
    , m_dialect(std::move(dialect))
    , m_kind(kind)
    , m_begin(std::move(begin))
    , m_respond(std::move(respond))
{
    connect(&m_silence, &QTimer::timeout, this, &StreamedAnswer::sayAlive);
    m_silence.start(longestSilence);
}

StreamedAnswer *StreamedAnswer::of(const Exchange &exchange)
{
    return exchange.findChild<StreamedAnswer *>(QString(), Qt::FindDirectChildrenOnly);
}

void StreamedAnswer::give(Exchange *exchange, const GatewayResponse &response, const Send &respond)
{
    if (StreamedAnswer *answer = of(*exchange)) {
        answer->finish(response);
    } else {
        respond(exchange, response);
    }
}

void StreamedAnswer::preview(const QByteArray &encoded)
{
    if (m_ended || m_exchange->backlog() > slowClient) {
        return;
    }
    m_waiting = encoded;
    writeNext();
}

void StreamedAnswer::writeNext()
{
    if (m_isWriting || m_waiting.isEmpty()) {
        return;
    }
    m_isWriting = true;
    const auto writing = QtConcurrent::run(
        [dialect = m_dialect, kind = m_kind, preview = std::exchange(m_waiting, {}), index = m_previews] {
            return dialect->previewEvent(kind, preview, index, QDateTime::currentSecsSinceEpoch());
        });
    whenDone(writing, this, [this](const QByteArray &event) {
        m_isWriting = false;
        if (m_ended) {
            return;
        }
        if (!event.isEmpty()) { // a preview that is no picture is none
            ++m_previews;
            begin({});
            m_exchange->push(event);
        }
        writeNext();
    });
}

void StreamedAnswer::begin(GatewayResponse head)
{
    m_silence.start();
    if (!m_exchange->isAnswered()) {
        head.status = 200;
        head.body.clear();
        head.setHeader("Content-Type", m_dialect->streamType());
        head.setHeader("Cache-Control", "no-store");
        head.setHeader("X-Accel-Buffering", "no"); // proxies: pass on what there is
        m_begin(m_exchange, head);
    }
}

void StreamedAnswer::sayAlive()
{
    begin({});
    m_exchange->push(m_dialect->keepAlive());
}

void StreamedAnswer::finish(const GatewayResponse &response)
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    m_silence.stop();
    if (!m_exchange->isAnswered() && response.status != 200) {
        return m_respond(m_exchange, response);
    }
    begin(response);
    m_silence.stop();
    m_exchange->push(response.status == 200 ? response.body : m_dialect->errorEvent(response));
    m_exchange->endStream();
}

} // namespace lightwell

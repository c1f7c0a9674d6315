// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/streamedanswer.h"

#include "core/async/whendone.h"

#include <QDateTime>
#include <QtConcurrentRun>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 slowClient = 512LL * 1024; ///< bytes it has not taken: previews would only pile up

} // namespace

StreamedAnswer::StreamedAnswer(Exchange *exchange, Setup setup)
    : QObject(exchange)
    , m_exchange(exchange)
    , m_setup(std::move(setup))
{
    exchange->setLastWords([this](const GatewayResponse &response) { return lastWords(response); });
    connect(&m_silence, &QTimer::timeout, this, &StreamedAnswer::sayAlive);
    m_silence.start(m_setup.longestSilence);
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

void StreamedAnswer::say(const QByteArray &event)
{
    if (!m_ended && m_exchange->backlog() <= slowClient) {
        begin({});
        m_exchange->push(event);
    }
}

void StreamedAnswer::preview(const QByteArray &encoded)
{
    if (m_ended || m_setup.shape != Shape::Events || m_exchange->backlog() > slowClient) {
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
        [dialect = m_setup.dialect, kind = m_setup.kind, preview = std::exchange(m_waiting, {}), index = m_previews] {
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
        head.setHeader("Content-Type",
                       m_setup.shape == Shape::Events ? m_setup.dialect->streamType() : "application/json"_ba);
        head.setHeader("Cache-Control", "no-store");
        head.setHeader("X-Accel-Buffering", "no"); // proxies: pass on what there is
        m_setup.begin(m_exchange, head);
    }
}

void StreamedAnswer::sayAlive()
{
    begin({});
    m_exchange->push(m_setup.shape == Shape::Events ? m_setup.dialect->keepAlive() : " "_ba);
}

void StreamedAnswer::finish(const GatewayResponse &response)
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    m_silence.stop();
    if (!m_exchange->isAnswered() && (response.status != 200 || m_setup.shape == Shape::WhiteSpace)) {
        return m_setup.respond(m_exchange, response);
    }
    begin(response);
    m_silence.stop();
    m_exchange->push(lastWords(response));
    m_exchange->endStream();
}

QByteArray StreamedAnswer::lastWords(const GatewayResponse &response) const
{
    const bool isAsItIs = response.status == 200 || m_setup.shape == Shape::WhiteSpace;
    return isAsItIs ? response.body : m_setup.dialect->errorEvent(m_setup.kind, response);
}

} // namespace lightwell

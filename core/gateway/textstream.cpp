// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/textstream.h"

namespace lightwell {

TextStream::TextStream(Exchange *exchange, DialectPtr dialect, std::chrono::milliseconds longestSilence, Send begin)
    : QObject(exchange)
    , m_exchange(exchange)
    , m_dialect(std::move(dialect))
    , m_begin(std::move(begin))
{
    connect(&m_silence, &QTimer::timeout, this, &TextStream::sayAlive);
    m_silence.start(longestSilence);
}

TextStream *TextStream::of(const Exchange &exchange)
{
    return exchange.findChild<TextStream *>(QString(), Qt::FindDirectChildrenOnly);
}

void TextStream::begin()
{
    m_silence.start();
    if (m_exchange->isAnswered()) {
        return;
    }
    GatewayResponse head {200, {}, {}};
    head.setHeader("Content-Type", m_dialect->streamType());
    head.setHeader("Cache-Control", "no-store");
    head.setHeader("X-Accel-Buffering", "no"); // proxies: pass on what there is
    const QByteArray id = m_exchange->generation().toLatin1();
    head.setHeader("x-request-id", id);
    head.setHeader("X-Lightwell-Request-Id", id);
    m_begin(m_exchange, head);
}

void TextStream::show(const QByteArray &all)
{
    if (all.size() > m_shown) {
        begin();
        m_exchange->push(all.mid(m_shown));
        m_shown = all.size();
    }
}

void TextStream::end(const QByteArray &all)
{
    begin();
    show(all);
    m_silence.stop();
    m_exchange->endStream();
}

void TextStream::fail(const GatewayResponse &response, const Send &respond)
{
    m_silence.stop();
    if (!m_exchange->isAnswered()) {
        return respond(m_exchange, response);
    }
    m_exchange->push(m_dialect->errorEvent(CallKind::Chat, response));
    m_exchange->endStream();
}

void TextStream::sayAlive()
{
    begin();
    m_exchange->push(m_dialect->keepAlive());
}

} // namespace lightwell

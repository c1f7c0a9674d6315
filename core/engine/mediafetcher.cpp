// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/mediafetcher.h"

#include "core/engine/callerrors.h"
#include "core/engine/retries.h"
#include "core/net/hostrules.h"

#include <QTimer>

namespace lightwell {

using namespace std::chrono_literals;

MediaFetcher::MediaFetcher(HttpClient &http, ProviderInfo vendor, QUrl ownAddress, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_vendor(std::move(vendor))
    , m_ownAddress(std::move(ownAddress))
{
}

MediaFetcher::~MediaFetcher()
{
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
    }
}

void MediaFetcher::fetch(const QList<ProducedMedia> &media, QDeadlineTimer deadline, std::chrono::milliseconds silence)
{
    m_media = media;
    m_deadline = deadline;
    m_silence = silence;
    next();
}

void MediaFetcher::next()
{
    while (m_at < m_media.size() && !m_media.at(m_at).bytes.isEmpty()) {
        ++m_at;
    }
    if (m_at >= m_media.size()) {
        Q_EMIT finished(m_media, m_missing);
        return;
    }
    Q_EMIT fetching();
    m_running = ask(m_media.at(m_at).url);
    connect(m_running, &HttpCall::finished, this, &MediaFetcher::answered);
}

TransportLimits MediaFetcher::limits() const
{
    TransportLimits limits;
    limits.total = std::max(1ms, std::chrono::milliseconds(m_deadline.remainingTime()));
    limits.idle = std::min(limits.total, m_silence);
    limits.maxTextBytes = 0; // a picture, whatever its server calls it
    return limits;
}

HttpCall *MediaFetcher::ask(const QUrl &url)
{
    const QUrl &own = m_ownAddress;
    const bool sameOrigin = url.scheme() == own.scheme() && url.host() == own.host() && url.port() == own.port();
    if (!own.isEmpty() && sameOrigin) {
        // A server of the user's own, perhaps on the home network, which links to itself: the address is the user's
        // word.
        HttpRequest request;
        request.url = url;
        return m_http.send(request, limits());
    }
    return m_http.download(url, isLoopbackHost(own.host()), limits());
}

void MediaFetcher::answered(const HttpResult &result)
{
    m_running = nullptr;
    const bool arrived =
        result.delivery == Delivery::Answered && result.response.isSuccess() && !result.response.body.isEmpty();
    if (arrived) {
        m_media[m_at].bytes = result.response.body;
        m_repeats = 0;
        next();
        return;
    }
    // A link that the rules refuse stays refused.
    const bool broken = result.error.kind == ErrorKind::Network || result.error.kind == ErrorKind::Timeout;
    const bool passing = result.delivery == Delivery::Answered ? retries::isPassing(result.response.status) : broken;
    if (passing && m_repeats < retries::maxRepeats && !m_deadline.hasExpired()) {
        ++m_repeats;
        QTimer::singleShot(m_backoff.next(), this, &MediaFetcher::next);
        return;
    }
    // The others are as good as paid for as this one.
    m_missing = callerrors::notFetched(result, m_vendor);
    m_media.removeAt(m_at);
    m_repeats = 0;
    next();
}

} // namespace lightwell

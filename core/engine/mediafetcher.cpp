// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/mediafetcher.h"

#include "core/engine/callerrors.h"
#include "core/media/codec.h"
#include "core/model/reasonsearch.h"
#include "core/transport/networkreasons.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace std::chrono_literals;

namespace {

/// A page or a message instead of the picture. What is of a kind unknown here may be one all the same.
bool isWords(const HttpResponse &response)
{
    const QByteArray type = response.header("Content-Type").trimmed().toLower();
    const QByteArray begin = response.body.left(1024).trimmed().toLower();
    const bool isSaid = type.startsWith("text/") || type.startsWith("application/json") || type.contains("xml");
    const bool looksSo = begin.startsWith('<') || begin.startsWith('{');
    return (isSaid || looksSo) && !begin.contains("<svg") && !probeImage(response.body);
}

} // namespace

MediaFetcher::MediaFetcher(HttpClient &http, ProviderInfo vendor, QUrl ownAddress, const CallPatience &patience,
                           QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_vendor(std::move(vendor))
    , m_ownAddress(std::move(ownAddress))
    , m_patience(patience)
{
}

MediaFetcher::~MediaFetcher()
{
    if (m_running) {
        m_running->disconnect(this);
        m_running->abort();
    }
}

void MediaFetcher::fetch(const QList<ProducedMedia> &media, QDeadlineTimer deadline)
{
    m_media = media;
    m_deadline = deadline;
    for (qsizetype at = 0; at < m_media.size(); ++at) {
        if (m_media.at(at).bytes.isEmpty()) {
            m_links.push_back({at, Repeats(m_patience), QDeadlineTimer(0)});
        }
    }
    next();
}

void MediaFetcher::next()
{
    if (m_links.empty()) {
        end();
        return;
    }
    const auto first = std::min_element(m_links.begin(), m_links.end(), [](const Link &one, const Link &other) {
        return one.due.remainingTime() < other.due.remainingTime();
    });
    m_links.splice(m_links.begin(), m_links, first);
    if (!first->due.hasExpired()) {
        QTimer::singleShot(std::chrono::milliseconds(first->due.remainingTime()), this, &MediaFetcher::next);
        return;
    }
    Q_EMIT fetching();
    m_running = m_http.download(m_media.at(first->at).url, m_ownAddress, limits());
    connect(m_running, &HttpCall::finished, this, &MediaFetcher::answered);
}

TransportLimits MediaFetcher::limits() const
{
    TransportLimits limits;
    limits.total = std::max(1ms, std::chrono::milliseconds(m_deadline.remainingTime()));
    limits.idle = std::min(limits.total, m_patience.silence);
    return limits;
}

void MediaFetcher::answered(const HttpResult &result)
{
    m_running = nullptr;
    Link &link = m_links.front();
    const bool isAnswered = result.delivery == Delivery::Answered;
    if (isAnswered && result.response.isSuccess() && !result.response.body.isEmpty() && !isWords(result.response)) {
        m_media[link.at].bytes = result.response.body;
        m_links.pop_front();
        next();
        return;
    }
    // A link that the rules refuse stays refused, and what is too large stays too large.
    const bool mayPass = isAnswered || result.error.kind == ErrorKind::Network
        || result.error.kind == ErrorKind::Timeout || holdsReason(result.error.why(), reasons::answerNotUnpacked.code);
    const auto pause = mayPass && !m_deadline.hasExpired()
        ? link.repeats.after(Repeats::kindOf(isAnswered ? result.response.status : 0), result.response.retryAfter())
        : std::nullopt;
    if (pause && *pause < std::chrono::milliseconds(m_deadline.remainingTime())) {
        link.due.setRemainingTime(*pause);
        m_links.splice(m_links.end(), m_links, m_links.begin()); // behind those that were asked for less often
    } else {
        m_error = callerrors::notFetched(result, m_vendor);
        m_links.pop_front();
    }
    next();
}

void MediaFetcher::end()
{
    Missing missing {{}, m_error};
    QList<ProducedMedia> came;
    for (const ProducedMedia &one : std::as_const(m_media)) {
        (one.bytes.isEmpty() ? missing.media : came).append(one);
    }
    Q_EMIT finished(came, missing);
}

} // namespace lightwell

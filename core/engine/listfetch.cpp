// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/listfetch.h"

#include "core/adapter/vendorreasons.h"
#include "core/adapter/withoutkey.h"
#include "core/async/whendone.h"
#include "core/catalog/listreasons.h"
#include "core/engine/clock.h"
#include "core/engine/ticket.h"
#include "core/engine/vendortext.h"
#include "core/secrets/keyring.h"
#include "core/transport/backoff.h"
#include "core/transport/httpclient.h"

#include <QtConcurrentRun>
#include <QTimer>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxAnswerBytes = 16LL * 1024 * 1024; // lists are long
constexpr qsizetype maxQuestions = 200;
constexpr int maxTries = 3; // of one question

/// Where a person can look it up.
QString sourceOf(const QUrl &url)
{
    return url.host() + url.path();
}

bool isMoved(int status)
{
    return status >= 300 && status < 400;
}

bool isPassing(int status)
{
    constexpr int tooMany = 429;
    constexpr int serverFaults = 500;
    return status == tooMany || status >= serverFaults;
}

} // namespace

ListFetch::ListFetch(const EngineParts &parts, const ModelLister &lister, const QStringList &known,
                     const CallPatience &patience, Ticket *ticket)
    : QObject(ticket)
    , m_parts(parts)
    , m_lister(lister)
    , m_patience(patience)
    , m_ticket(ticket)
    , m_deadline(patience.question)
{
    m_progress.known = known;
    m_progress.list.provider = lister.provider();
}

void ListFetch::start()
{
    m_parts.keyring.credentials(m_lister.provider(), this, [this](const Result<Credentials> &credentials) {
        if (credentials || m_lister.needsKey() || credentials.error().kind != ErrorKind::NoKey) {
            askFor(credentials);
            return;
        }
        m_parts.keyring.address(m_lister.provider(), this, [this](const Result<QUrl> &address) {
            Credentials nobody;
            nobody.baseUrl = address ? *address : QUrl();
            askFor(address ? Result<Credentials>(nobody) : Result<Credentials>(address.error()));
        });
    });
}

void ListFetch::askFor(const Result<Credentials> &credentials)
{
    if (!credentials) {
        end(credentials.error());
        return;
    }
    m_credentials = *credentials;
    ask();
}

void ListFetch::ask()
{
    const std::optional<HttpRequest> request = m_lister.next(m_progress, m_credentials);
    if (!request) {
        m_progress.list.source = sourceOf(m_first);
        m_progress.list.read = m_parts.clock.now();
        end(m_progress.list);
        return;
    }
    if (m_progress.asked >= maxQuestions) {
        end(notSent(ErrorKind::Upstream, reasons::listTooLong(m_lister.provider())));
        return;
    }
    if (m_first.isEmpty()) {
        m_first = request->url;
    }
    TransportLimits limits;
    limits.maxResponseBytes = maxAnswerBytes;
    limits.total = std::chrono::milliseconds(std::max<qint64>(m_deadline.remainingTime(), 1));
    limits.idle = std::min(m_patience.answer, limits.total);
    HttpCall *call = m_parts.http.send(*request, limits);
    connect(call, &HttpCall::finished, this, &ListFetch::answered);
}

void ListFetch::answered(const HttpResult &result)
{
    if (result.delivery != Delivery::Answered) {
        retry(result.error, {});
    } else if (isMoved(result.response.status)) {
        const ProviderInfo vendor = m_parts.adapters.find(m_lister.provider())->info();
        Error error = notSent(ErrorKind::Upstream, reasons::addressMoved(vendor.name));
        error.detail = QUrl(QString::fromLatin1(result.response.header("Location"))).host();
        end(error);
    } else if (isPassing(result.response.status)) {
        retry(notSent(ErrorKind::Upstream, reasons::listRefused(m_lister.provider(), result.response.status)),
              result.response.retryAfter());
    } else {
        read(result.response);
    }
}

void ListFetch::read(const HttpResponse &response)
{
    const auto reading = QtConcurrent::run([lister = &m_lister, progress = m_progress, response]() mutable {
        const Status good = lister->read(progress, response);
        ++progress.asked;
        return good ? Result<ListProgress>(progress) : Result<ListProgress>(good.error());
    });
    whenDone(reading, this, [this](const Result<ListProgress> &progress) {
        if (!progress) {
            retry(progress.error(), {});
            return;
        }
        m_progress = *progress;
        m_tries = 0;
        ask();
    });
}

/// A free question: a page of some proxy, or an answer that broke off, may be another the next time.
void ListFetch::retry(const Error &error, std::optional<std::chrono::milliseconds> after)
{
    ++m_tries;
    const bool isFinal = error.kind == ErrorKind::Auth || error.kind == ErrorKind::Cancelled
        || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Invalid;
    Backoff backoff(m_patience.firstPause * m_tries);
    const std::chrono::milliseconds pause = backoff.next(after);
    if (isFinal || m_tries >= maxTries || pause.count() >= m_deadline.remainingTime()) {
        end(error);
        return;
    }
    QTimer::singleShot(pause, this, &ListFetch::ask);
}

void ListFetch::end(const Result<ModelList> &list)
{
    if (list) {
        Q_EMIT m_ticket->listed(list);
    } else { // a vendor may repeat what it was asked with
        const ProviderInfo info = m_parts.adapters.find(m_lister.provider())->info();
        Q_EMIT m_ticket->listed(vendortext::bounded(withoutKey(list.error(), secretsOf(info, m_credentials))));
    }
    m_ticket->deleteLater();
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"

#include "core/net/hostrules.h"
#include "core/transport/downloadcall.h"
#include "core/transport/inprocesscall.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"
#include "core/transport/socketcall.h"

namespace lightwell {

namespace {

HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

class HttpClient::Private
{
public:
    explicit Private(HttpClientOptions o)
        : options(std::move(o))
        , pool(options.openedAheadFor)
    {
    }

    void openAhead(const QUrl &address, int connections, bool certain)
    {
        const bool encrypted = address.scheme() == QLatin1StringView("https");
        const bool plain = address.scheme() == QLatin1StringView("http") && mayGoUnencrypted(address);
        if (closing || !(encrypted || plain)) {
            return;
        }
        HttpRequest request;
        request.url = address;
        NetworkCall::openAhead(pool, {request, {}, {}, tls()}, connections, certain);
    }

    /// Made once: reading the system's authorities takes longer than many a call.
    const std::optional<QSslConfiguration> &tls()
    {
        if (!trusting && !options.authorities.isEmpty()) {
            trusting = QSslConfiguration::defaultConfiguration();
            trusting->setCaCertificates(QSslConfiguration::systemCaCertificates() + options.authorities);
        }
        return trusting;
    }

    HttpCall *keep(BasicCall *call)
    {
        calls.removeIf([](const QPointer<BasicCall> &old) { return !old || old->hasEnded(); });
        calls.append(call);
        return call;
    }

    HttpClientOptions options;
    std::optional<QSslConfiguration> trusting;
    ManagerPool pool;
    QHash<QString, InProcessServer *> schemes;
    QList<QPointer<BasicCall>> calls;
    bool closing = false;
};

HttpClient::HttpClient(QObject *parent)
    : HttpClient(HttpClientOptions(), parent)
{
}

HttpClient::HttpClient(const HttpClientOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{
    if (!d->options.resolver) {
        d->options.resolver = systemResolver();
    }
}

HttpClient::~HttpClient()
{
    d->closing = true;
    const QList<QPointer<BasicCall>> calls = std::exchange(d->calls, {});
    for (const QPointer<BasicCall> &call : calls) {
        if (call) {
            call->abort();
        }
    }
    // Everything that knows the pool goes before it.
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly));
    const QList<SocketCall *> sockets = findChildren<SocketCall *>(Qt::FindDirectChildrenOnly);
    for (SocketCall *socket : sockets) {
        socket->abort();
    }
}

HttpCall *HttpClient::send(const HttpRequest &request, const TransportLimits &limits)
{
    if (d->closing) {
        return new RefusedCall(request, notSent(ErrorKind::Cancelled, reasons::programCloses()), nullptr);
    }
    const QString scheme = request.url.scheme();
    if (InProcessServer *server = d->schemes.value(scheme)) {
        return d->keep(new InProcessCall(*server, request, limits, this));
    }
    const bool encrypted = scheme == QLatin1StringView("https");
    if (!encrypted && (scheme != QLatin1StringView("http") || !mayGoUnencrypted(request.url))) {
        return d->keep(new RefusedCall(request, unencryptedError(request.url.host()), this));
    }
    if (request.startsPaidWork && request.body.isEmpty()) {
        return d->keep(new RefusedCall(request, noBodyError(), this));
    }
    return d->keep(new NetworkCall(d->pool, {request, limits, {}, d->tls()}, this));
}

void HttpClient::prepare(const QUrl &address, int connections)
{
    d->openAhead(address, std::min(connections, ManagerPool::callsPerHost), true);
}

void HttpClient::keepReady(const QUrl &address, int connections)
{
    constexpr int aFew = 3;
    d->openAhead(address, std::min(connections, aFew), false);
}

SocketCall *HttpClient::listen(const HttpRequest &request, const SocketLimits &limits)
{
    const QString scheme = request.url.scheme();
    std::optional<Error> refused;
    if (d->closing) {
        refused = notSent(ErrorKind::Cancelled, reasons::programCloses());
    } else if (scheme != QLatin1StringView("wss")
               && (scheme != QLatin1StringView("ws") || !mayGoUnencrypted(request.url))) {
        refused = unencryptedError(request.url.host());
    }
    return new SocketCall(request, limits, d->tls(), refused, d->closing ? nullptr : this);
}

HttpCall *HttpClient::download(const QUrl &url, bool allowLoopback, const TransportLimits &limits)
{
    if (d->closing || d->schemes.contains(url.scheme())) {
        return send(getRequest(url), limits);
    }
    return d->keep(new DownloadCall(d->pool, {url, allowLoopback, limits, d->tls(), d->options.resolver}, this));
}

void HttpClient::registerScheme(const QString &scheme, InProcessServer *server)
{
    d->schemes.insert(scheme, server);
}

} // namespace lightwell

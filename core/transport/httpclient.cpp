// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/httpclient.h"

#include "core/net/hostrules.h"
#include "core/transport/downloadcall.h"
#include "core/transport/inprocesscall.h"
#include "core/transport/managerpool.h"
#include "core/transport/networkcall.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"
#include "core/transport/socketcall.h"

#include <algorithm>

namespace lightwell {

namespace {

HttpRequest getRequest(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    return request;
}

/// Empty where all of them are what they should be: one line each.
QByteArray unusableHeader(const HttpRequest &request)
{
    for (const HttpHeader &header : request.headers) {
        const auto isControl = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; };
        if (std::any_of(header.value.begin(), header.value.end(), isControl)) {
            return header.name;
        }
    }
    return {};
}

} // namespace

class HttpClient::Private
{
public:
    explicit Private(HttpClientOptions o)
        : options(std::move(o))
        , sockets(options.openedAheadFor)
    {
    }

    /// What a connection that is opened ahead is for; nothing where no request may go.
    [[nodiscard]] std::optional<CallSetup> ahead(const QUrl &address)
    {
        const bool encrypted = address.scheme() == QLatin1StringView("https");
        const bool plain = address.scheme() == QLatin1StringView("http") && mayGoUnencrypted(address);
        return closing || !(encrypted || plain) ? std::nullopt
                                                : std::optional(CallSetup {getRequest(address), {}, {}, tls(address)});
    }

    /// Of a connection to `address`: one without TLS asks for no authorities, which take long to read.
    [[nodiscard]] std::optional<QSslConfiguration> tls(const QUrl &address) const
    {
        const QString scheme = address.scheme();
        const bool encrypted = scheme == QLatin1StringView("https") || scheme == QLatin1StringView("wss");
        return encrypted ? options.authorities.configuration() : std::nullopt;
    }

    HttpCall *keep(BasicCall *call)
    {
        calls.removeIf([](const QPointer<BasicCall> &old) { return !old || old->hasEnded(); });
        calls.append(call);
        return call;
    }

    HttpClientOptions options;
    ManagerPool managers;
    SocketPool sockets;
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
    if (const QByteArray name = unusableHeader(request); !name.isEmpty()) {
        return d->keep(new RefusedCall(request, headerError(name), this));
    }
    if (!request.body.isEmpty()) {
        return d->keep(
            new DirectCall(d->sockets, {request, limits, {}, d->tls(request.url), d->options.spoolFolder}, this));
    }
    return d->keep(new NetworkCall(d->managers, d->sockets,
                                   {request, limits, {}, d->tls(request.url), d->options.spoolFolder}, this));
}

void HttpClient::prepare(const QUrl &address, int connections)
{
    constexpr int most = 6;
    if (const std::optional<CallSetup> setup = d->ahead(address)) {
        d->sockets.open(*setup, std::min(connections, most));
    }
}

void HttpClient::keepReady(const QUrl &address, int connections)
{
    constexpr int aFew = 3;
    if (const std::optional<CallSetup> setup = d->ahead(address)) {
        d->sockets.keepReady(*setup, std::min(connections, aFew));
    }
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
    return new SocketCall(request, limits, d->tls(request.url), refused, d->closing ? nullptr : this);
}

HttpCall *HttpClient::download(const QUrl &url, const QUrl &own, const TransportLimits &limits)
{
    if (d->closing || d->schemes.contains(url.scheme())) {
        return send(getRequest(url), limits);
    }
    return d->keep(new DownloadCall(
        d->sockets, {getRequest(url), own, limits, d->tls(url), d->options.resolver, d->options.spoolFolder}, this));
}

void HttpClient::registerScheme(const QString &scheme, InProcessServer *server)
{
    d->schemes.insert(scheme, server);
}

} // namespace lightwell

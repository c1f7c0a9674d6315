// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/guardedclient.h"

#include "core/transport/downloadcall.h"

namespace lightwell {

class GuardedClient::Private
{
public:
    explicit Private(HttpClientOptions o)
        : options(std::move(o))
        , sockets(options.openedAheadFor)
    {
        if (!options.resolver) {
            options.resolver = systemResolver();
        }
    }

    HttpClientOptions options;
    SocketPool sockets;
};

GuardedClient::GuardedClient(const HttpClientOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(options))
{
}

GuardedClient::~GuardedClient()
{
    qDeleteAll(findChildren<HttpCall *>(Qt::FindDirectChildrenOnly)); // they know the pool
}

HttpCall *GuardedClient::send(const HttpRequest &request, const QUrl &own, const TransportLimits &limits)
{
    DownloadCall::Setup setup {
        request, own, limits, d->options.authorities.configuration(), d->options.resolver, d->options.spoolFolder};
    setup.maxRedirects = 0;
    setup.hidesPath = true;
    return new DownloadCall(d->sockets, setup, this);
}

} // namespace lightwell

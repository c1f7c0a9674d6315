// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/hostrules.h"

#include <QNetworkProxyFactory>

namespace lightwell {

/// The system's proxy, but never for this machine.
class ProxyChooser : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return proxiesFor(query); }

    [[nodiscard]] static QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery &query)
    {
        if (isLoopbackHost(query.peerHostName())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
    /// The way to `url`, which may also be a web socket's. The system may take a while to say, and say otherwise the
    /// next time: once for each connection.
    [[nodiscard]] static QNetworkProxy proxyFor(QUrl url)
    {
        const bool encrypted = url.scheme() == QStringLiteral("wss") || url.scheme() == QStringLiteral("https");
        url.setScheme(encrypted ? QStringLiteral("https") : QStringLiteral("http"));
        return proxiesFor(QNetworkProxyQuery(url)).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    }
    /// For a connection on which we speak ourselves: a proxy that forwards requests is asked for a tunnel.
    [[nodiscard]] static QNetworkProxy tunnelThrough(QNetworkProxy proxy)
    {
        if (proxy.type() == QNetworkProxy::HttpCachingProxy) {
            proxy.setType(QNetworkProxy::HttpProxy);
        }
        return proxy;
    }
};

} // namespace lightwell

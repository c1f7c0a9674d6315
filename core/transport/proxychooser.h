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
    /// For a connection on which we speak ourselves. A proxy that forwards requests is asked for a tunnel.
    [[nodiscard]] static QNetworkProxy proxyForSocket(QUrl url)
    {
        const bool encrypted = url.scheme() == QStringLiteral("wss") || url.scheme() == QStringLiteral("https");
        url.setScheme(encrypted ? QStringLiteral("https") : QStringLiteral("http"));
        QNetworkProxy proxy = proxiesFor(QNetworkProxyQuery(url)).value(0, QNetworkProxy(QNetworkProxy::NoProxy));
        if (proxy.type() == QNetworkProxy::HttpCachingProxy) {
            proxy.setType(QNetworkProxy::HttpProxy);
        }
        return proxy;
    }
    /// Whether somebody else resolves the name and opens the connection.
    [[nodiscard]] static bool goesThroughProxy(const QUrl &url)
    {
        const QList<QNetworkProxy> proxies = proxiesFor(QNetworkProxyQuery(url));
        return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
    }
};

} // namespace lightwell

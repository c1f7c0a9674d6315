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

    [[nodiscard]] static QList<QNetworkProxy> proxiesFor(QNetworkProxyQuery query)
    {
        // A connection opened ahead goes where the request on it will go, but Qt asks for it under another scheme.
        const QString prefix = QStringLiteral("preconnect-");
        if (query.protocolTag().startsWith(prefix)) {
            query.setProtocolTag(query.protocolTag().mid(prefix.size()));
        }
        if (isLoopbackHost(query.peerHostName())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
    /// For a connection that is no request (a web socket). A proxy that forwards requests is asked for a tunnel.
    [[nodiscard]] static QNetworkProxy proxyForSocket(QUrl url)
    {
        url.setScheme(url.scheme() == QStringLiteral("wss") ? QStringLiteral("https") : QStringLiteral("http"));
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

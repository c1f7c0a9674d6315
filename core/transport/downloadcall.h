// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/directcall.h"

#include <QHostAddress>

#include <functional>

namespace lightwell {

/// As in HttpClientOptions.
using Resolver = decltype(HttpClientOptions::resolver);
[[nodiscard]] Resolver systemResolver();

/// Fetches a result link, or brings something to an address that somebody else has named: no credentials, every address
/// checked before a byte leaves, redirects followed by hand under the same rules. It connects only to addresses that
/// were checked, so that a name which resolves differently a moment later leads nowhere.
class DownloadCall : public BasicCall
{
    Q_OBJECT
public:
    struct Setup
    {
        HttpRequest request; ///< without credentials
        QUrl own; ///< the user's own server, as in leadsToOwn()
        TransportLimits limits;
        std::optional<QSslConfiguration> tls; ///< as in CallSetup
        Resolver resolver;
        QString spoolFolder = {}; ///< as in HttpClientOptions
        int maxRedirects = 3; ///< 0: a redirect is an answer like any other
        bool hidesPath = false; ///< as in CallSetup
    };
    DownloadCall(SocketPool &pool, Setup setup, QObject *parent);

protected:
    void release() override;
    [[nodiscard]] Delivery delivery() const override { return m_sent ? Delivery::MaybeSent : Delivery::NotSent; }

private:
    void follow(const QUrl &url);
    void resolved(const QUrl &url, const QList<QHostAddress> &addresses, std::optional<QNetworkProxy> proxy);
    void fetch(const QUrl &url, const QList<QHostAddress> &addresses, std::optional<QNetworkProxy> proxy);
    void answered(const QUrl &url, const HttpResult &result);

    SocketPool &m_pool;
    Setup m_setup;
    QPointer<DirectCall> m_current;
    QTimer m_totalTimer;
    int m_redirects = 0;
    bool m_sent = false;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace lightwell {

/// What a call over the network is to do.
struct CallSetup
{
    HttpRequest request;
    TransportLimits limits;
    /// Connect to one of these addresses and no other, whatever the name resolves to now; empty: as the name says.
    QList<QHostAddress> pinned;
    std::optional<QSslConfiguration> tls; ///< where others are trusted beside the system's own authorities
    QString spoolFolder = {}; ///< as in HttpClientOptions
    std::optional<QNetworkProxy> proxy = {}; ///< the one to go through, where the system was asked already
    bool hidesPath = false; ///< it may be as good as a key: no log has it

    /// The address as logs have it.
    [[nodiscard]] QUrl shownUrl() const { return hidesPath ? request.url.adjusted(QUrl::RemovePath) : request.url; }
    /// Calls with the same text connect to the same place.
    [[nodiscard]] QString place() const
    {
        const QUrl &url = request.url;
        QString text = url.scheme() + QStringLiteral("://") + url.host() + u':' + QString::number(url.port(-1));
        for (const QHostAddress &address : pinned) {
            text += u' ' + address.toString();
        }
        return text;
    }
    /// As Qt itself would set it up, for these protocols.
    [[nodiscard]] QSslConfiguration tlsFor(const QList<QByteArray> &protocols) const
    {
        QSslConfiguration set = tls.value_or(QSslConfiguration::defaultConfiguration());
        set.setAllowedNextProtocols(protocols);
        return set;
    }
};

} // namespace lightwell

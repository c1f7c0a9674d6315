// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"

#include <QSslConfiguration>

namespace lightwell {

/// What a call over the network is to do.
struct CallSetup
{
    HttpRequest request;
    TransportLimits limits;
    /// Connect to this address and no other, whatever the name resolves to now; null: as the name says.
    QHostAddress pinned;
    std::optional<QSslConfiguration> tls; ///< where others are trusted beside the system's own authorities
    QString spoolFolder = {}; ///< as in HttpClientOptions

    /// Calls with the same text connect to the same place.
    [[nodiscard]] QString place() const
    {
        const QUrl &url = request.url;
        return url.scheme() + QStringLiteral("://") + url.host() + u':' + QString::number(url.port(-1)) + u' '
            + pinned.toString();
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

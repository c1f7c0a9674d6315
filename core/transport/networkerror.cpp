// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/networkerror.h"

#include "core/net/redaction.h"

#include <QCoreApplication>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Network)
};

QString messageFor(QNetworkReply::NetworkError code)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return Text::tr("%1 cannot be found. Check the internet connection and the address.");
    case QNetworkReply::ConnectionRefusedError:
        return Text::tr("%1 does not accept connections. Check the address, or try again later.");
    case QNetworkReply::SslHandshakeFailedError:
        return Text::tr(
            "%1 cannot prove who it is, so nothing was sent. Check the address, the clock of this computer and "
            "programs that look into encrypted connections.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Text::tr("The proxy on the way to %1 does not answer. Check the system's proxy settings.");
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Text::tr("The proxy on the way to %1 asks for a password. Check the system's proxy settings.");
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return Text::tr("%1 closed the connection before its answer was complete.");
    case QNetworkReply::UnknownContentError:
        return Text::tr("The answer of %1 cannot be unpacked: it is damaged, or far larger than it seems.");
    default:
        return Text::tr("The connection to %1 failed.");
    }
}

} // namespace

Error transportError(ErrorKind kind, const QString &message, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.detail = redacted(detail);
    return error;
}

Error networkError(QNetworkReply::NetworkError code, const QString &host, const QString &detail,
                   const QStringList &tlsErrors)
{
    const QString more = tlsErrors.isEmpty() ? detail : tlsErrors.join(QLatin1StringView("; "));
    // It came, and was nothing.
    const bool isContent = code == QNetworkReply::UnknownContentError;
    return transportError(isContent ? ErrorKind::Upstream : ErrorKind::Network, messageFor(code).arg(host), more);
}

Error connectTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout,
                          Text::tr("%1 could not be reached in time. Check the internet connection.").arg(host));
}

Error idleTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout, Text::tr("%1 stayed silent for too long.").arg(host));
}

Error totalTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout,
                          Text::tr("%1 did not finish in time. The limit can be raised in the settings.").arg(host));
}

Error tooLargeError(const QString &host, qint64 limit)
{
    return transportError(
        ErrorKind::Upstream,
        Text::tr("The answer of %1 is larger than %2 MB and was not taken.").arg(host).arg(limit / (1024 * 1024)));
}

Error unencryptedError(const QString &host)
{
    return notSent(ErrorKind::Invalid,
                   Text::tr("The address of %1 must begin with https, or keys could be read on the way.").arg(host));
}

Error noBodyError()
{
    return notSent(ErrorKind::Internal,
                   Text::tr("Nothing was sent, because the request was empty. Please report this."));
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/networkerror.h"

#include "core/net/redaction.h"
#include "core/transport/networkreasons.h"

namespace lightwell {

namespace {

Reason reasonFor(QNetworkReply::NetworkError code, const QString &host)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return reasons::hostNotFound(host);
    case QNetworkReply::ConnectionRefusedError:
        return reasons::connectionRefused(host);
    case QNetworkReply::SslHandshakeFailedError:
        return reasons::hostNotProven(host);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return reasons::proxySilent(host);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return reasons::proxyAsksForPassword(host);
    case QNetworkReply::RemoteHostClosedError:
        return reasons::connectionClosed(host);
    default:
        return reasons::connectionFailed(host);
    }
}

} // namespace

Error transportError(ErrorKind kind, const Reason &reason, const QString &detail)
{
    Error error;
    error.kind = kind;
    error.setReason(reason);
    error.detail = redacted(detail);
    return error;
}

Error networkError(QNetworkReply::NetworkError code, const QString &host, const QString &detail,
                   const QStringList &tlsErrors)
{
    const QString more = tlsErrors.isEmpty() ? detail : tlsErrors.join(QLatin1StringView("; "));
    return transportError(ErrorKind::Network, reasonFor(code, host), more);
}

Error connectTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout, reasons::connectTimeout(host));
}

Error idleTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout, reasons::idleTimeout(host));
}

Error totalTimeoutError(const QString &host)
{
    return transportError(ErrorKind::Timeout, reasons::totalTimeout(host));
}

Error tooLargeError(const QString &host, qint64 limit)
{
    return transportError(ErrorKind::Upstream, reasons::answerTooLarge(host, limit / (qint64(1024) * 1024)));
}

Error cutError(const QString &host)
{
    return transportError(ErrorKind::Network, reasons::answerCut(host));
}

Error headerError(const QByteArray &name)
{
    return notSent(ErrorKind::Invalid, reasons::headerUnusable(QString::fromLatin1(name)));
}

Error unencryptedError(const QString &host)
{
    return notSent(ErrorKind::Invalid, reasons::addressUnencrypted(host));
}

Error noBodyError()
{
    return notSent(ErrorKind::Internal, reasons::bodyMissing());
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/opensocket.h"

#include "core/async/whendone.h"
#include "core/transport/hostlookup.h"
#include "core/transport/networkerror.h"
#include "core/transport/proxychooser.h"

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds patienceWithAnAddress(4); // where there is another one
constexpr qsizetype maxAddresses = 4;
constexpr quint16 httpPort = 80;
constexpr quint16 httpsPort = 443;

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == "https"_L1 ? httpsPort : httpPort));
}

QNetworkReply::NetworkError codeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return QNetworkReply::HostNotFoundError;
    case QAbstractSocket::ConnectionRefusedError:
        return QNetworkReply::ConnectionRefusedError;
    case QAbstractSocket::SslHandshakeFailedError:
        return QNetworkReply::SslHandshakeFailedError;
    case QAbstractSocket::ProxyConnectionRefusedError:
        return QNetworkReply::ProxyConnectionRefusedError;
    case QAbstractSocket::ProxyConnectionClosedError:
        return QNetworkReply::ProxyConnectionClosedError;
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return QNetworkReply::ProxyTimeoutError;
    case QAbstractSocket::ProxyNotFoundError:
        return QNetworkReply::ProxyNotFoundError;
    case QAbstractSocket::ProxyProtocolError:
        return QNetworkReply::UnknownProxyError;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return QNetworkReply::ProxyAuthenticationRequiredError;
    default:
        return QNetworkReply::UnknownNetworkError;
    }
}

} // namespace

OpenSocket::OpenSocket(CallSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
{
    m_impatience.setSingleShot(true);
    m_impatience.setInterval(patienceWithAnAddress);
    connect(&m_impatience, &QTimer::timeout, this, &OpenSocket::connectNext);
}

OpenSocket::~OpenSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
    }
}

void OpenSocket::begin()
{
    if (std::exchange(m_hasBegun, true)) {
        return;
    }
    const QUrl &url = m_setup.request.url;
    const QNetworkProxy proxy = m_setup.proxy ? *m_setup.proxy : ProxyChooser::proxyFor(url);
    const bool forwards = proxy.type() == QNetworkProxy::HttpCachingProxy || proxy.type() == QNetworkProxy::HttpProxy;
    if (forwards && url.scheme() == "http"_L1) {
        m_goesToProxy = true;
        return connectTo(proxy.hostName(), proxy.port(), QNetworkProxy::NoProxy);
    }
    if (proxy.type() != QNetworkProxy::NoProxy) {
        return connectTo(url.host(), portOf(url), ProxyChooser::tunnelThrough(proxy));
    }
    if (!m_setup.pinned.isEmpty()) {
        return connectToOneOf(m_setup.pinned);
    }
    if (const QHostAddress literal(url.host()); !literal.isNull()) {
        return connectToOneOf({literal});
    }
    whenDone(lookUpHost(url.host()), this, [this](const QList<QHostAddress> &found) { connectToOneOf(found); });
}

void OpenSocket::connectToOneOf(QList<QHostAddress> addresses)
{
    if (addresses.isEmpty()) {
        return fail(networkError(QNetworkReply::HostNotFoundError, m_setup.request.url.host(), {}, {}));
    }
    // IPv4 first: where IPv6 is announced but leads nowhere, the wait would be long.
    std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
        return address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    m_addresses = addresses.first(std::min(maxAddresses, addresses.size()));
    connectNext();
}

void OpenSocket::connectNext()
{
    m_impatience.stop();
    const QHostAddress address = m_addresses.takeFirst();
    connectTo(address.toString(), portOf(m_setup.request.url), QNetworkProxy::NoProxy);
    if (!m_addresses.isEmpty()) {
        m_impatience.start();
    }
}

void OpenSocket::connectTo(const QString &host, quint16 port, const QNetworkProxy &proxy)
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->deleteLater();
    }
    m_tls = m_setup.request.url.scheme() == "https"_L1 ? new QSslSocket(this) : nullptr;
    m_socket = m_tls ? m_tls : new QTcpSocket(this);
    m_socket->setProxy(proxy);
    connect(m_socket, &QTcpSocket::connected, &m_impatience, &QTimer::stop);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &OpenSocket::broke);
    connect(m_socket, &QTcpSocket::disconnected, this, &OpenSocket::broke);
    if (!m_tls) {
        connect(m_socket, &QTcpSocket::connected, this, &OpenSocket::stands);
        return m_socket->connectToHost(host, port);
    }
    connect(m_tls, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            m_tlsErrors.append(error.errorString());
        }
    });
    connect(m_tls, &QSslSocket::encrypted, this, &OpenSocket::stands);
    m_tls->setSslConfiguration(m_setup.tlsFor({QSslConfiguration::NextProtocolHttp1_1}));
    m_tls->connectToHostEncrypted(host, port, m_setup.request.url.host());
}

void OpenSocket::stands()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    m_isReady = true;
    Q_EMIT ready();
}

void OpenSocket::broke()
{
    const bool isTls = m_socket->error() == QAbstractSocket::SslHandshakeFailedError;
    if (!m_isReady && !isTls && !m_addresses.isEmpty()) {
        return connectNext();
    }
    m_isReady = false;
    fail(networkError(codeOf(m_socket->error()), m_setup.request.url.host(), m_socket->errorString(), m_tlsErrors));
}

void OpenSocket::fail(const Error &error)
{
    if (!std::exchange(m_hasFailed, true)) {
        Q_EMIT failed(error);
    }
}

} // namespace lightwell

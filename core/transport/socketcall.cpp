// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/socketcall.h"

#include "core/net/redaction.h"
#include "core/transport/log.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"
#include "core/transport/proxychooser.h"

#include <QWebSocket>

#include <utility>

namespace lightwell {

SocketCall::SocketCall(HttpRequest request, const SocketLimits &limits, std::optional<QSslConfiguration> tls,
                       const std::optional<Error> &refused, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_limits(limits)
    , m_tls(std::move(tls))
{
    m_clock.start();
    const QString host = m_request.url.host();
    for (QTimer *timer : {&m_connectTimer, &m_totalTimer}) {
        timer->setSingleShot(true);
    }
    connect(&m_connectTimer, &QTimer::timeout, this, [this, host] { end(connectTimeoutError(host)); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this, host] { end(totalTimeoutError(host)); });
    m_totalTimer.start(m_limits.total);
    const auto begin = [this, refused] {
        if (refused) {
            end(*refused);
        } else if (!m_ended) {
            open();
        }
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection); // the call is handed out before it can end
}

SocketCall::~SocketCall() = default;

void SocketCall::open()
{
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(ProxyChooser::tunnelThrough(ProxyChooser::proxyFor(m_request.url)));
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(m_limits.maxMessageBytes));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(m_limits.maxMessageBytes));
    if (m_tls) {
        m_socket->setSslConfiguration(*m_tls);
    }
    QNetworkRequest request(m_request.url);
    request.setRawHeader("User-Agent", "Lightwell/" LIGHTWELL_VERSION);
    for (const HttpHeader &header : m_request.headers) {
        request.setRawHeader(header.name, header.value);
    }
    watch();
    m_connectTimer.start(m_limits.connect);
    m_socket->open(request);
}

void SocketCall::watch()
{
    connect(m_socket, &QWebSocket::connected, &m_connectTimer, &QTimer::stop);
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        const QByteArray utf8 = message.toUtf8();
        if (count(utf8.size())) {
            Q_EMIT textArrived(utf8);
        }
    });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &message) {
        if (count(message.size())) {
            Q_EMIT binaryArrived(message);
        }
    });
    const auto hungUp = [this] {
        end(networkError(QNetworkReply::RemoteHostClosedError, m_request.url.host(), m_socket->errorString(), {}));
    };
    // Also when it breaks a rule: what a vendor says after that is not waited for.
    connect(m_socket, &QWebSocket::aboutToClose, this, hungUp);
    connect(m_socket, &QWebSocket::stateChanged, this, [hungUp](QAbstractSocket::SocketState state) {
        if (state == QAbstractSocket::UnconnectedState) {
            hungUp();
        }
    });
}

bool SocketCall::count(qsizetype bytes)
{
    m_bytes += bytes;
    if (++m_messages > m_limits.maxMessages || m_bytes > m_limits.maxBytes) {
        end(tooLargeError(m_request.url.host(), m_limits.maxBytes));
    }
    return !m_ended;
}

void SocketCall::abort()
{
    end(transportError(ErrorKind::Cancelled, reasons::callCancelled()));
}

void SocketCall::end(const Error &reason)
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    m_connectTimer.stop();
    m_totalTimer.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
        m_socket->flush();
        m_socket->deleteLater(); // it is often what tells of the end
    }
    qCInfo(httpLog).noquote() << loggableTarget("WS", m_request.url) << errorKindName(reason.kind) << m_messages
                              << "messages" << m_bytes << "B" << m_clock.elapsed() << "ms";
    deleteLater();
    Q_EMIT ended(reason);
}

} // namespace lightwell

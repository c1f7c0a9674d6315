// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/networkcall.h"

#include "core/transport/networkerror.h"
#include "core/transport/onetimebody.h"

#include <QMetaMethod>
#include <QSslConfiguration>

#include <algorithm>
#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// Calls share a manager by where they connect to.
QString hostKey(const NetworkCall::Setup &setup)
{
    const QUrl &url = setup.request.url;
    return url.scheme() + u"://"_s + url.host() + u':' + QString::number(url.port(-1)) + u' ' + setup.pinned.toString();
}

/// As Qt itself would set it up.
QSslConfiguration tlsOf(const NetworkCall::Setup &setup)
{
    QSslConfiguration tls = setup.tls.value_or(QSslConfiguration::defaultConfiguration());
    tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1});
    return tls;
}

bool isPicture(const QNetworkReply &reply)
{
    const QByteArray type = reply.rawHeader("Content-Type").trimmed().toLower();
    return type.startsWith("image/") || type.startsWith("video/") || type.startsWith("application/octet-stream");
}

/// Qt also reports a complete answer with an error status as an error; a broken connection has other codes.
bool isComplete(QNetworkReply::NetworkError code, int status)
{
    if (status <= 0 || code == QNetworkReply::NoError) {
        return status > 0;
    }
    const bool aboutContent = code >= QNetworkReply::ContentAccessDenied && code <= QNetworkReply::UnknownContentError;
    const bool aboutServer = code >= QNetworkReply::InternalServerError && code <= QNetworkReply::UnknownServerError;
    return status >= 400
        && ((aboutContent && code != QNetworkReply::ContentReSendError) || aboutServer
            || code == QNetworkReply::ProtocolInvalidOperationError
            || (status == 407 && code == QNetworkReply::ProxyAuthenticationRequiredError));
}

} // namespace

NetworkCall::NetworkCall(ManagerPool &pool, Setup setup, QObject *parent)
    : BasicCall(setup.request.method, setup.request.url, parent)
    , m_setup(std::move(setup))
{
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer}) {
        timer->setSingleShot(true);
    }
    const QString host = m_setup.request.url.host();
    connect(&m_connectTimer, &QTimer::timeout, this, &NetworkCall::connectTimeIsUp);
    connect(&m_idleTimer, &QTimer::timeout, this, [this, host] { fail(idleTimeoutError(host)); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this, host] { fail(totalTimeoutError(host)); });
    m_totalTimer.start(m_setup.limits.total);
    // The call is handed out before it can end.
    QMetaObject::invokeMethod(
        this,
        [this, &pool] {
            if (!hasEnded()) {
                pool.take(hostKey(m_setup), m_setup.request.startsPaidWork, this,
                          [this](std::unique_ptr<ManagerPool::Lease> lease) { begin(std::move(lease)); });
            }
        },
        Qt::QueuedConnection);
}

NetworkCall::~NetworkCall()
{
    NetworkCall::release();
}

void NetworkCall::openAhead(ManagerPool &pool, const Setup &setup, int connections, bool certain)
{
    const QUrl &url = setup.request.url;
    const auto connectTo = [&](QNetworkAccessManager &manager) {
        if (url.scheme() == "https"_L1) {
            manager.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)), tlsOf(setup));
        } else {
            manager.connectToHost(url.host(), static_cast<quint16>(url.port(80)));
        }
    };
    if (certain) {
        pool.open(hostKey(setup), connections, connectTo);
    } else {
        pool.keepReady(hostKey(setup), connections, connectTo);
    }
}

QNetworkRequest NetworkCall::networkRequest() const
{
    QUrl url = m_setup.request.url;
    QNetworkRequest request;
    if (!m_setup.pinned.isNull()) {
        // The certificate and the virtual host still go by name; HTTP/2 would take the host from the URL.
        request.setPeerVerifyName(url.host());
        request.setRawHeader("Host", url.authority(QUrl::FullyEncoded).toLatin1());
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        url.setHost(m_setup.pinned.toString());
    }
    request.setUrl(url);
    request.setRawHeader("User-Agent", "Lightwell/" LIGHTWELL_VERSION);
    request.setRawHeader("Accept-Language", "*");
    for (const HttpHeader &header : m_setup.request.headers) {
        request.setRawHeader(header.name, header.value);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // From so many bytes on, an answer that unpacks to more than forty times its size is refused. Our own limit counts
    // what is unpacked, but Qt unpacks all it has before it tells how much that is.
    constexpr qint64 bytesBeforeDoubt = 10LL * 1024 * 1024;
    request.setDecompressedSafetyCheckThreshold(bytesBeforeDoubt);
    if (m_setup.tls) {
        request.setSslConfiguration(tlsOf(m_setup));
    }
    return request;
}

void NetworkCall::begin(std::unique_ptr<ManagerPool::Lease> lease)
{
    if (hasEnded()) {
        return; // aborted while it waited for its turn
    }
    m_lease = std::move(lease);
    QNetworkRequest request = networkRequest();
    const HttpRequest &asked = m_setup.request;
    if (!asked.body.isEmpty()) {
        m_body = new OneTimeBody(asked.body, this);
        request.setHeader(QNetworkRequest::ContentLengthHeader, asked.body.size());
        connect(m_body, &OneTimeBody::reading, this, &NetworkCall::connected);
    }
    m_connectTimer.start(m_setup.limits.connect);
    m_certainlyNotSent = false;
    m_reply = m_lease->manager().sendCustomRequest(request, asked.method, m_body);
    watch();
}

void NetworkCall::watch()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sending = true;
        connected();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &NetworkCall::connected);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &NetworkCall::alive);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &NetworkCall::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &NetworkCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &NetworkCall::replyFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors) {
            m_tlsErrors.append(error.errorString());
        }
    });
}

void NetworkCall::connected()
{
    m_connectTimer.stop();
    m_idleTimer.start(m_setup.limits.idle);
}

void NetworkCall::connectTimeIsUp()
{
    // What the network thread has already reported comes first; only then is it certain that nothing was sent.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (hasEnded() || m_sending || (m_body && m_body->wasRead())) {
                return;
            }
            m_certainlyNotSent = true;
            fail(connectTimeoutError(m_setup.request.url.host()));
        },
        Qt::QueuedConnection);
}

void NetworkCall::alive()
{
    if (m_idleTimer.isActive()) {
        m_idleTimer.start();
    }
}

void NetworkCall::readHead()
{
    m_sending = true;
    connected();
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (length > m_setup.limits.maxResponseBytes) {
        return tooLarge();
    }
    m_received.reserve(length);
}

void NetworkCall::read()
{
    m_sending = true;
    connected();
    if (m_received.size() + m_reply->bytesAvailable() > m_setup.limits.maxResponseBytes) {
        return tooLarge();
    }
    if (!receive()) {
        return;
    }
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    Q_EMIT received(m_received.size(), length.isValid() ? length.toLongLong() : -1);
}

/// False: it was too much, and the call has ended.
bool NetworkCall::receive()
{
    // Straight into its place: pictures are large.
    const qsizetype before = m_received.size();
    m_received.resize(before + m_reply->bytesAvailable());
    const qint64 got = m_reply->read(m_received.data() + before, m_received.size() - before);
    m_received.resize(before + std::max<qint64>(got, 0));
    const qint64 most = m_setup.limits.maxTextBytes;
    if (most > 0 && !isPicture(*m_reply)) {
        m_text.take(QByteArrayView(m_received).sliced(before));
        if (m_text.bytes() > most) {
            fail(tooLargeError(m_setup.request.url.host(), most));
            return false;
        }
    }
    tellPiece(before);
    return !hasEnded(); // whoever hears a piece may end the call
}

/// A copy, so only for those who listen.
void NetworkCall::tellPiece(qsizetype from)
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&HttpCall::pieceArrived);
    if (from < m_received.size() && isSignalConnected(signal)) {
        Q_EMIT pieceArrived(head(), m_received.mid(from));
    }
}

HttpResponse NetworkCall::head() const
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.url = m_setup.request.url;
    const QList<QNetworkReply::RawHeaderPair> &headers = m_reply->rawHeaderPairs();
    for (const auto &[name, value] : headers) {
        response.headers.append({name, value});
    }
    return response;
}

void NetworkCall::tooLarge()
{
    fail(tooLargeError(m_setup.request.url.host(), m_setup.limits.maxResponseBytes));
}

void NetworkCall::replyFinished()
{
    const QNetworkReply::NetworkError code = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isComplete(code, status)) {
        m_certainlyNotSent = failedBeforeSending();
        return fail(networkError(code, m_setup.request.url.host(), m_reply->errorString(), m_tlsErrors));
    }
    if (m_received.size() + m_reply->bytesAvailable() > m_setup.limits.maxResponseBytes) {
        return tooLarge();
    }
    if (!receive()) {
        return;
    }
    HttpResult result;
    result.delivery = Delivery::Answered;
    result.response = head();
    result.response.body = std::exchange(m_received, {}); // never twice in memory
    end(std::move(result));
}

bool NetworkCall::failedBeforeSending() const
{
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return true;
    default:
        return false;
    }
}

Delivery NetworkCall::delivery() const
{
    if (m_sending || (m_body && m_body->wasRead())) {
        return Delivery::MaybeSent;
    }
    // A body that nobody fetched never left. Without one, only what Qt says for certain counts.
    const bool hasBody = !m_setup.request.body.isEmpty();
    return hasBody || m_certainlyNotSent ? Delivery::NotSent : Delivery::MaybeSent;
}

void NetworkCall::release()
{
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer}) {
        timer->stop();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        // The network thread may still ask the reply for the body: it goes with the reply, not before it.
        if (m_body) {
            m_body->disconnect(this);
            m_body->setParent(m_reply);
        }
        m_body = nullptr;
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    m_lease.reset();
}

} // namespace lightwell

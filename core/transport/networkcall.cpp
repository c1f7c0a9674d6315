// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/networkcall.h"

#include "core/transport/directcall.h"
#include "core/transport/networkerror.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

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

NetworkCall::NetworkCall(ManagerPool &pool, SocketPool &sockets, CallSetup setup, QObject *parent)
    : BasicCall(setup.request.method, setup.request.url, parent)
    , m_setup(std::move(setup))
    , m_sockets(sockets)
    , m_body(m_setup.limits, m_setup.request.url.host(), m_setup.spoolFolder)
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
                pool.take(m_setup.place(), this,
                          [this](std::unique_ptr<ManagerPool::Lease> lease) { begin(std::move(lease)); });
            }
        },
        Qt::QueuedConnection);
}

NetworkCall::~NetworkCall()
{
    NetworkCall::release();
}

QNetworkRequest NetworkCall::networkRequest() const
{
    QNetworkRequest request(m_setup.request.url);
    request.setRawHeader("User-Agent", "Lightwell/" LIGHTWELL_VERSION);
    request.setRawHeader("Accept-Language", "*");
    // Unpacked here: Qt would take the beginning of a packed answer for the whole of it.
    request.setRawHeader("Accept-Encoding", AnswerBody::offered);
    for (const HttpHeader &header : m_setup.request.headers) {
        request.setRawHeader(header.name, header.value);
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (m_setup.tls) {
        request.setSslConfiguration(
            m_setup.tlsFor({QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1}));
    }
    return request;
}

void NetworkCall::begin(std::unique_ptr<ManagerPool::Lease> lease)
{
    if (hasEnded()) {
        return; // aborted while it waited for its turn
    }
    m_lease = std::move(lease);
    m_connectTimer.start(m_setup.limits.connect);
    m_certainlyNotSent = false;
    m_reply = m_lease->manager().sendCustomRequest(networkRequest(), m_setup.request.method);
    watch();
}

void NetworkCall::watch()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_sending = true;
        connected();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &NetworkCall::connected);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_sending = true;
        connected();
    });
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
            if (hasEnded() || m_sending) {
                return;
            }
            m_certainlyNotSent = true;
            fail(connectTimeoutError(m_setup.request.url.host()));
        },
        Qt::QueuedConnection);
}

void NetworkCall::read()
{
    m_sending = true;
    connected();
    if (receive()) {
        Q_EMIT received(m_body.size(), length());
    }
}

qint64 NetworkCall::length() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() ? length.toLongLong() : -1;
}

/// False: it was too much, and the call has ended.
bool NetworkCall::receive()
{
    std::optional<Error> refused;
    if (!std::exchange(m_hasHead, true)) {
        refused = m_body.begin(head(), length());
    }
    if (!refused) {
        refused = m_body.take(m_reply->readAll());
    }
    if (refused) {
        fail(*refused);
    }
    return !refused;
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

void NetworkCall::replyFinished()
{
    const QString host = m_setup.request.url.host();
    const QNetworkReply::NetworkError code = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 100 && status < 200) {
        return askDirectly();
    }
    if (!isComplete(code, status)) {
        m_certainlyNotSent = failedBeforeSending();
        return fail(status > 0 && code == QNetworkReply::RemoteHostClosedError
                        ? cutError(host)
                        : networkError(code, host, m_reply->errorString(), m_tlsErrors));
    }
    if (!receive()) {
        return;
    }
    HttpResult result;
    result.delivery = Delivery::Answered;
    result.response = head();
    if (const std::optional<Error> refused = m_body.end(result.response)) {
        return fail(*refused);
    }
    end(std::move(result));
}

/// Qt (at least 6.4) takes 102 and 103 for the answer and drops what follows. It was a question: it may be asked again.
void NetworkCall::askDirectly()
{
    release();
    m_direct = new DirectCall(m_sockets, m_setup, this);
    connect(m_direct, &HttpCall::received, this, &HttpCall::received);
    connect(m_direct, &HttpCall::finished, this, [this](const HttpResult &result) {
        if (result.delivery == Delivery::Answered) {
            return end(result);
        }
        fail(result.error);
    });
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
    return !m_sending && m_certainlyNotSent ? Delivery::NotSent : Delivery::MaybeSent; // as far as Qt says for certain
}

void NetworkCall::release()
{
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer}) {
        timer->stop();
    }
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply = nullptr;
    }
    if (m_direct) {
        m_direct->disconnect(this);
        m_direct->abort();
    }
    m_lease.reset();
}

} // namespace lightwell

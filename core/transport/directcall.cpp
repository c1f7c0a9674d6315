// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/directcall.h"

#include "core/transport/networkerror.h"

#include <QMetaMethod>
#include <QNetworkProxy>

#include <algorithm>
#include <array>
#include <utility>

namespace lightwell {

namespace {

constexpr qsizetype pieceOfBody = 64LL * 1024; // bytes given to the socket at a time
constexpr qint64 maxUnwritten = 4 * pieceOfBody;
constexpr std::size_t pieceOfAnswer = 64 * 1024;
/// What Qt takes from the system at a time: less than what the C library maps anew for each (setMmapThreshold()).
constexpr qint64 readBuffer = 112LL * 1024;

} // namespace

DirectCall::DirectCall(SocketPool &pool, CallSetup setup, QObject *parent)
    : BasicCall(setup.request.method, setup.shownUrl(), parent)
    , m_setup(std::move(setup))
    , m_body(m_setup.limits, m_setup.request.url.host(), m_setup.spoolFolder)
{
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer}) {
        timer->setSingleShot(true);
    }
    const QString host = m_setup.request.url.host();
    connect(&m_connectTimer, &QTimer::timeout, this, [this, host] { fail(connectTimeoutError(host)); });
    connect(&m_idleTimer, &QTimer::timeout, this, [this, host] { fail(idleTimeoutError(host)); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this, host] { fail(totalTimeoutError(host)); });
    m_totalTimer.start(m_setup.limits.total);
    // The call is handed out before it can end.
    QMetaObject::invokeMethod(
        this,
        [this, &pool] {
            if (!hasEnded()) {
                pool.take(m_setup, this, [this](SocketPool::Lease lease) { begin(std::move(lease)); });
            }
        },
        Qt::QueuedConnection);
}

DirectCall::~DirectCall()
{
    DirectCall::release();
}

void DirectCall::begin(SocketPool::Lease lease)
{
    if (hasEnded()) {
        return; // aborted while it waited for its turn
    }
    m_lease = std::move(lease);
    OpenSocket *socket = m_lease.socket.get();
    if (socket->isReady()) {
        return send();
    }
    m_connectTimer.start(m_setup.limits.connect);
    connect(socket, &OpenSocket::ready, this, &DirectCall::send);
    connect(socket, &OpenSocket::failed, this, [this](const Error &error) {
        if (!m_sending) {
            fail(error);
        }
    });
    socket->begin(); // now that its end is heard
}

QByteArray DirectCall::requestHead() const
{
    const HttpRequest &request = m_setup.request;
    const QUrl url = request.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    QByteArray target = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    if (!target.startsWith('/')) {
        target.prepend('/');
    }
    if (m_lease.socket->goesToProxy()) {
        target.prepend(url.toEncoded(QUrl::RemovePath | QUrl::RemoveQuery));
    }
    QList<HttpHeader> headers = {{"Host", url.authority(QUrl::FullyEncoded).toLatin1()},
                                 {"User-Agent", "Lightwell/" LIGHTWELL_VERSION},
                                 {"Accept", "*/*"},
                                 {"Accept-Encoding", AnswerBody::offered},
                                 {"Accept-Language", "*"},
                                 {"Connection", "close"}};
    if (!request.body.isEmpty() || request.method == "POST" || request.method == "PUT") {
        headers.append({"Content-Length", QByteArray::number(request.body.size())});
    }
    QByteArray head = request.method + ' ' + target + " HTTP/1.1\r\n";
    for (const HttpHeader &header : std::as_const(headers)) {
        if (request.header(header.name).isEmpty()) {
            head += header.name + ": " + header.value + "\r\n";
        }
    }
    for (const HttpHeader &header : request.headers) {
        head += header.name + ": " + header.value + "\r\n";
    }
    return head + "\r\n";
}

void DirectCall::send()
{
    m_connectTimer.stop();
    m_idleTimer.start(m_setup.limits.idle);
    QTcpSocket &socket = m_lease.socket->socket();
    connect(&socket, &QTcpSocket::bytesWritten, this, &DirectCall::writeMore);
    if (const QSslSocket *tls = m_lease.socket->tls()) {
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &DirectCall::writeMore);
    }
    // TLS and a SOCKS proxy have buffers of their own in between, whose rest can be lost when the other side closes.
    if (!m_lease.socket->tls() && socket.proxy().type() == QNetworkProxy::NoProxy) {
        socket.setReadBufferSize(readBuffer);
    }
    connect(&socket, &QTcpSocket::readyRead, this, &DirectCall::read);
    connect(&socket, &QTcpSocket::disconnected, this, &DirectCall::closed);
    m_sending = true;
    socket.write(requestHead());
    writeMore();
}

void DirectCall::writeMore()
{
    if (hasEnded()) {
        return;
    }
    m_idleTimer.start();
    QTcpSocket &socket = m_lease.socket->socket();
    const QSslSocket *tls = m_lease.socket->tls();
    const QByteArray &body = m_setup.request.body;
    while (m_written < body.size() && socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0) < maxUnwritten) {
        const qint64 taken = socket.write(body.constData() + m_written, std::min(pieceOfBody, body.size() - m_written));
        if (taken <= 0) {
            return; // it is closing: closed() tells the rest
        }
        m_written += taken;
    }
}

void DirectCall::read()
{
    std::array<char, pieceOfAnswer> piece; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read()
    qint64 size = 0;
    while (!hasEnded() && (size = m_lease.socket->socket().read(piece.data(), piece.size())) > 0) {
        m_idleTimer.start();
        take(QByteArrayView(piece.data(), size));
    }
}

void DirectCall::take(QByteArrayView bytes)
{
    const qint64 before = m_body.size();
    m_reader.feed(bytes, [this](QByteArrayView piece) { takeBody(piece); });
    if (!hasEnded() && !m_hasHead && m_reader.hasHead() && !takeHead()) {
        return;
    }
    if (!hasEnded() && m_body.size() > before) {
        Q_EMIT received(m_body.size(), m_reader.length().value_or(-1));
    }
    if (!hasEnded()) { // whoever hears a piece may end the call
        finishIfWhole();
    }
}

void DirectCall::takeBody(QByteArrayView piece)
{
    if (hasEnded() || (!m_hasHead && !takeHead())) {
        return;
    }
    static const QMetaMethod signal = QMetaMethod::fromSignal(&HttpCall::pieceArrived);
    AnswerBody::Listener heard;
    if (isSignalConnected(signal)) { // a copy, so only for who listens
        heard = [this](QByteArrayView unpacked) {
            if (!hasEnded()) {
                Q_EMIT pieceArrived(m_reader.head(), unpacked.toByteArray());
            }
        };
    }
    const std::optional<Error> refused = m_body.take(piece, heard);
    if (refused && !hasEnded()) {
        fail(*refused);
    }
}

bool DirectCall::takeHead()
{
    m_hasHead = true;
    if (const std::optional<Error> refused = m_body.begin(m_reader.head(), m_reader.length().value_or(-1))) {
        fail(*refused);
        return false;
    }
    return true;
}

void DirectCall::finishIfWhole()
{
    if (m_reader.state() == AnswerReader::State::Broken) {
        const QString host = m_setup.request.url.host();
        const auto code = m_isClosed ? QNetworkReply::RemoteHostClosedError : QNetworkReply::UnknownNetworkError;
        return fail(m_hasHead ? cutError(host) : networkError(code, host, {}, {}));
    }
    if (m_reader.state() != AnswerReader::State::Whole) {
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

HttpResponse DirectCall::head() const
{
    HttpResponse response = m_reader.head();
    response.url = m_setup.request.url;
    return response;
}

void DirectCall::breakOff(HttpResult &result)
{
    if (m_hasHead) {
        result.response = head();
        m_body.breakOff(result);
    }
}

void DirectCall::closed()
{
    read();
    if (hasEnded()) {
        return;
    }
    m_isClosed = true;
    m_reader.closed();
    finishIfWhole();
}

void DirectCall::release()
{
    for (QTimer *timer : {&m_connectTimer, &m_idleTimer, &m_totalTimer}) {
        timer->stop();
    }
    if (m_lease.socket) {
        m_lease.socket->disconnect(this);
        if (m_sending) {
            m_lease.socket->socket().disconnect(this);
            m_lease.socket->socket().abort();
        }
    }
    m_lease = {};
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/http/answerwriter.h"

#include "core/model/utctime.h"

#include <QDateTime>
#include <QSslSocket>

#include <algorithm>

namespace lightwell {

namespace {

constexpr qsizetype onePacket = 16LL * 1024; ///< answers up to here leave in one piece

/// For those who read along; programs go by the number.
QByteArray reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 204:
        return "No Content";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return {};
    }
}

/// In whole seconds, and well below what is really waited: a client that believes it does not send into a connection
/// that is being closed.
qint64 announced(std::chrono::milliseconds idle)
{
    return idle.count() * 4 / 5 / 1000;
}

/// Status line, headers and the empty line. `length` is that of the body; negative: none is told.
QByteArray headOf(const GatewayResponse &response, const AnswerFraming &framing, qint64 length)
{
    constexpr qsizetype usual = 2048; // += of several texts wants as much again as there is
    QByteArray head;
    head.reserve(usual);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) + "\r\n";
    const auto add = [&head](const QByteArray &name, const QByteArray &value) { head += name + ": " + value + "\r\n"; };
    for (const HttpHeader &header : response.headers) {
        add(header.name, header.value);
    }
    add("Date", utctime::toHttp(QDateTime::currentDateTimeUtc()));
    add("Connection", framing.staysOpen ? "keep-alive" : "close");
    if (const qint64 seconds = announced(framing.idle); framing.staysOpen && seconds > 0) {
        add("Keep-Alive", "timeout=" + QByteArray::number(seconds));
    }
    if (length >= 0) {
        add("Content-Length", QByteArray::number(length));
    } else if (framing.isChunked) {
        add("Transfer-Encoding", "chunked");
    }
    head += "\r\n";
    return head;
}

} // namespace

AnswerWriter::AnswerWriter(QTcpSocket *socket)
    : m_socket(socket)
{
}

void AnswerWriter::restart()
{
    m_since.start();
    m_sent = 0;
}

void AnswerWriter::write(const GatewayResponse &answer, const AnswerFraming &framing)
{
    restart();
    AnswerFraming whole = framing;
    whole.isChunked = false;
    const QByteArray head = headOf(answer, whole, answer.status == 204 ? -1 : answer.body.size());
    const QByteArray body = framing.headOnly ? QByteArray() : answer.body;
    if (body.size() <= onePacket) {
        m_socket->write(head + body);
    } else {
        m_socket->write(head);
        m_socket->write(body); // shared, not copied
    }
}

void AnswerWriter::begin(const GatewayResponse &head, const AnswerFraming &framing)
{
    restart();
    m_isChunked = framing.isChunked;
    m_socket->write(headOf(head, framing, -1));
}

void AnswerWriter::push(const QByteArray &piece)
{
    if (!m_isChunked) {
        m_socket->write(piece);
        return;
    }
    m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n");
    m_socket->write(piece);
    m_socket->write("\r\n");
}

void AnswerWriter::end()
{
    if (m_isChunked) {
        m_socket->write("0\r\n\r\n");
    }
    restart(); // what is left of it is timed like a whole answer
}

qint64 AnswerWriter::unsent() const
{
    if (!m_socket) {
        return 0;
    }
    const auto *encrypted = qobject_cast<const QSslSocket *>(m_socket.data());
    return m_socket->bytesToWrite() + (encrypted ? encrypted->encryptedBytesToWrite() : 0);
}

double AnswerWriter::pace() const
{
    return double(m_sent) / double(std::max<qint64>(1, m_since.elapsed()));
}

std::chrono::milliseconds AnswerWriter::patience(const HttpTimes &times) const
{
    return std::min(times.stall, times.left(times.stall, m_sent, elapsed()));
}

} // namespace lightwell

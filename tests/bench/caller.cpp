// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/caller.h"

#include <QHostAddress>

namespace lightwell::bench {

namespace {

constexpr int patience = 60'000; // ms
constexpr qsizetype bufferSize = 256LL * 1024;
constexpr qsizetype excerptSize = 300;

qint64 contentLength(const QByteArray &head)
{
    const QByteArray lower = head.toLower();
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype at = lower.indexOf(name);
    if (at < 0) {
        return -1;
    }
    const qsizetype begin = at + name.size();
    return lower.mid(begin, lower.indexOf("\r\n", begin) - begin).trimmed().toLongLong();
}

} // namespace

Caller::Caller(quint16 port, const QByteArray &key, const QByteArrayList &headers)
    : m_port(port)
    , m_head("Host: 127.0.0.1:" + QByteArray::number(port) + "\r\nAuthorization: Bearer " + key + "\r\n")
    , m_buffer(bufferSize, Qt::Uninitialized)
{
    for (const QByteArray &header : headers) {
        m_head += header + "\r\n";
    }
}

bool Caller::connected()
{
    if (m_socket.state() == QAbstractSocket::ConnectedState) {
        return true;
    }
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!m_socket.waitForConnected(patience)) {
        return false;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

Caller::Answer Caller::call(const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    if (!connected()) {
        return {0, 0, m_socket.errorString().toUtf8()};
    }
    QByteArray message = method + ' ' + path + " HTTP/1.1\r\n" + m_head;
    if (!body.isEmpty()) {
        message += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    }
    message += "\r\n" + body;
    m_socket.write(message);
    return readAnswer();
}

QByteArray Caller::readHead()
{
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        if (!m_socket.canReadLine() && !m_socket.waitForReadyRead(patience)) {
            return {};
        }
        head += m_socket.readLine();
    }
    return head;
}

Caller::Answer Caller::readAnswer()
{
    const QByteArray head = readHead();
    const qint64 length = contentLength(head);
    if (length < 0) {
        m_socket.abort();
        return {0, 0, "no answer: " + m_socket.errorString().toUtf8()};
    }
    Answer answer {head.mid(9, 3).toInt(), 0, {}};
    while (answer.bytes < length) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience)) {
            m_socket.abort();
            return {0, answer.bytes, "the answer broke off"};
        }
        const qint64 got = m_socket.read(m_buffer.data(), std::min<qint64>(m_buffer.size(), length - answer.bytes));
        if (answer.excerpt.isEmpty()) {
            answer.excerpt = m_buffer.left(std::min<qint64>(got, excerptSize));
        }
        answer.bytes += got;
    }
    if (head.toLower().contains("connection: close")) {
        m_socket.disconnectFromHost();
    }
    return answer;
}

} // namespace lightwell::bench

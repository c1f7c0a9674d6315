// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/gateway/http/httptimes.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTcpSocket>

namespace lightwell {

/// What the head of an answer says beside its own headers.
struct AnswerFraming
{
    bool headOnly = false; ///< the length of the body, but no body
    bool isChunked = false; ///< a stream in chunks; else its end is that of the connection
    bool staysOpen = false; ///< the connection, for another request
    std::chrono::milliseconds idle {}; ///< how long it then waits for one
};

/// Writes answers to a client, one after another, and knows how fast it takes them.
class AnswerWriter
{
public:
    explicit AnswerWriter(QTcpSocket *socket);

    void write(const GatewayResponse &answer, const AnswerFraming &framing); ///< whole
    void begin(const GatewayResponse &head, const AnswerFraming &framing); ///< of a stream
    void push(const QByteArray &piece);
    void end();

    void count(qint64 bytes) { m_sent += bytes; } ///< that have left
    [[nodiscard]] qint64 unsent() const; ///< bytes of it that the system has not taken, encrypted or not
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_since.elapsed()); }
    [[nodiscard]] double pace() const; ///< bytes in a millisecond, on the average
    /// Some of it has to leave now and then, and all of it at a speed that comes to an end: how much longer the client
    /// may take.
    [[nodiscard]] std::chrono::milliseconds patience(const HttpTimes &times) const;

private:
    void restart();

    QPointer<QTcpSocket> m_socket;
    QElapsedTimer m_since; ///< the answer, or its end, was given
    qint64 m_sent = 0; ///< since then
    bool m_isChunked = false;
};

} // namespace lightwell

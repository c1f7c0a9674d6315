// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QTcpSocket>

#include <memory>

namespace lightwell::test {

/// An answer as it came over the wire.
struct RawAnswer
{
    int status = 0; ///< 0: none
    QList<HttpHeader> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString errorCode() const; ///< error.code of the body
};

/// A client that sends exactly the bytes a test wants, well-formed or not.
class RawClient
{
public:
    /// `from` is an address of this computer; null: the system's choice.
    explicit RawClient(quint16 port, const QHostAddress &address = QHostAddress(QHostAddress::LocalHost),
                       const QHostAddress &from = {});

    void send(const QByteArray &bytes);
    [[nodiscard]] RawAnswer answer(); ///< waits for the next one; skips "100 Continue", which it counts
    [[nodiscard]] bool hasAnswer() const { return !m_buffer.isEmpty(); } ///< or a part of one, not taken yet
    [[nodiscard]] QByteArray everything(); ///< all bytes until the other side closes
    [[nodiscard]] const QByteArray &received() const { return m_buffer; } ///< so far, and not taken by answer()
    void forget() { m_buffer.clear(); } ///< what has come
    [[nodiscard]] bool isClosed(); ///< waits a moment for the other side to close
    void hangUp() { m_socket->abort(); }
    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }
    [[nodiscard]] int continues() const { return m_continues; }
    [[nodiscard]] int countContinues(); ///< as continues(), having looked at what has arrived

private:
    [[nodiscard]] std::optional<RawAnswer> take();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
    int m_continues = 0;
};

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QTimer>

class QWebSocket;

namespace lightwell {

struct SocketLimits
{
    std::chrono::milliseconds connect = std::chrono::seconds(20); ///< until the vendor has agreed
    std::chrono::milliseconds total = std::chrono::minutes(10);
    qint64 maxMessageBytes = 16LL * 1024 * 1024; ///< of one message; one that is larger ends the socket unread
    qint64 maxBytes = 512LL * 1024 * 1024; ///< of all messages together
    int maxMessages = 20'000;
};

/// One web socket on which a vendor tells something; nothing is ever said on it. ended() comes exactly once, never
/// before the event loop runs, also after abort() and when its client is destroyed; then the call deletes itself. Made
/// by HttpClient::listen().
class SocketCall : public QObject
{
    Q_OBJECT
public:
    SocketCall(HttpRequest request, const SocketLimits &limits, std::optional<QSslConfiguration> tls,
               const std::optional<Error> &refused, QObject *parent);
    ~SocketCall() override;

    void abort(); ///< ends it with ErrorKind::Cancelled. No effect once it has ended.

Q_SIGNALS:
    void textArrived(const QByteArray &utf8);
    void binaryArrived(const QByteArray &bytes);
    void ended(const lightwell::Error &reason); ///< never a success: a vendor does not hang up before it is told to

private:
    void open();
    void watch();
    [[nodiscard]] bool count(qsizetype bytes); ///< false: it was too much, and the socket has ended
    void end(const Error &reason);

    const HttpRequest m_request;
    const SocketLimits m_limits;
    const std::optional<QSslConfiguration> m_tls; ///< where others are trusted beside the system's own authorities
    QWebSocket *m_socket = nullptr;
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    QElapsedTimer m_clock;
    qint64 m_bytes = 0;
    int m_messages = 0;
    bool m_ended = false;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/callsetup.h"

#include <QSslSocket>
#include <QTimer>

namespace lightwell {

/// A connection to where a call goes, through the system's proxy, with the certificate checked. Nothing is sent on it.
class OpenSocket : public QObject
{
    Q_OBJECT
public:
    explicit OpenSocket(CallSetup setup, QObject *parent = nullptr);
    ~OpenSocket() override;

    /// Begins to connect, once, however often it is called. It may fail from within.
    void begin();
    [[nodiscard]] bool isReady() const { return m_isReady; } ///< no longer once the other side has closed it
    [[nodiscard]] QTcpSocket &socket() const { return *m_socket; } ///< not before it is ready
    [[nodiscard]] QSslSocket *tls() const { return m_tls; } ///< the same, where it is encrypted
    [[nodiscard]] bool goesToProxy() const { return m_goesToProxy; } ///< which wants to be told the whole address

Q_SIGNALS:
    void ready();
    void failed(const lightwell::Error &error); ///< or closed by the other side, while nobody had sent anything

private:
    void connectToOneOf(QList<QHostAddress> addresses);
    void connectNext();
    void connectTo(const QString &host, quint16 port, const QNetworkProxy &proxy);
    void stands();
    void broke();
    void fail(const Error &error);

    const CallSetup m_setup;
    QList<QHostAddress> m_addresses; ///< to try, one after the other
    QTcpSocket *m_socket = nullptr;
    QSslSocket *m_tls = nullptr; ///< the same, where it is encrypted: one that is not would have two sockets in it
    QTimer m_impatience; ///< with one of several addresses
    QStringList m_tlsErrors;
    bool m_hasBegun = false;
    bool m_isReady = false;
    bool m_hasFailed = false;
    bool m_goesToProxy = false;
};

} // namespace lightwell

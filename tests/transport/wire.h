// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QSslConfiguration>
#include <QTcpServer>

namespace lightwell::test {

/// A server on a free loopback port that speaks no HTTP of its own. The first connection is treated by a script; all
/// later ones are only listened to and never answered, unless the script says so. It keeps the bytes that came on each:
/// what a client repeats behind our back is seen here, however little of it arrives.
class WireServer : public QTcpServer
{
    Q_OBJECT
public:
    enum class When {
        Accepted, ///< before a byte is read
        FirstByte,
        Halfway, ///< after half of the request
        Whole, ///< after the whole request
    };
    enum class End { Stay, Close, Reset };
    struct Script
    {
        When when = When::Whole;
        QByteArray answer; ///< whole or broken; written as it is
        End end = End::Close;
        bool always = false; ///< every connection is treated so, once its request is there
    };

    /// With a local certificate in `tls` it speaks TLS; what is kept is then the decrypted side.
    WireServer(Script script, const QSslConfiguration &tls = {});
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int ready() const { return m_ready; } ///< connections that stand, TLS included
    /// What came on each connection, in the order in which they were made. Call it when the client is gone: it returns
    /// when every connection has been taken and has ended, with nothing if that never happens.
    [[nodiscard]] QList<QByteArray> everything();

protected:
    void incomingConnection(qintptr handle) override;

private:
    void read(QTcpSocket *socket, qsizetype index);
    void play(QTcpSocket *socket) const;
    [[nodiscard]] bool isTime(qsizetype index) const;

    Script m_script;
    QSslConfiguration m_tls;
    QList<quint16> m_ports; ///< the clients' ends, as accepted
    QList<QByteArray> m_came;
    QSet<qsizetype> m_played;
    int m_open = 0;
    int m_ready = 0;
};

} // namespace lightwell::test

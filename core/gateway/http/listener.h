// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/connection.h"
#include "core/gateway/http/connectionslots.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <memory>
#include <optional>

namespace lightwell {

/// Accepts the gateway's connections and counts them. What arrives goes to whoever connects to its signals.
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    struct Setup
    {
        HttpLimits limits;
        HttpTimes times;
        std::shared_ptr<ConnectionSlots> connectionSlots = {}; ///< shared with other listeners; empty: its own
        std::optional<QSslConfiguration> tls = {}; ///< connections are encrypted with it; none: they are not
        GatewayResponse whenFull = {503, {{"Retry-After", "1"}}, {}}; ///< for those who find no place
    };
    explicit Listener(Setup setup, QObject *parent = nullptr);
    ~Listener() override;

    /// Accepts nobody any more; each connection ends with the answer it waits for.
    void finish();
    [[nodiscard]] int connections() const { return int(m_connections.size()); }
    [[nodiscard]] QList<Exchange *> unanswered() const; ///< whoever waits

Q_SIGNALS:
    void headArrived(lightwell::Exchange *exchange);
    void requestArrived(lightwell::Exchange *exchange);
    void refused(const lightwell::Refusal &refusal, lightwell::Exchange *exchange);
    void emptied(); ///< the last connection has gone

protected:
    void incomingConnection(qintptr handle) override;

private:
    [[nodiscard]] std::unique_ptr<QTcpSocket> makeSocket(qintptr handle) const; ///< nullptr: it has gone already
    void turnAway(QTcpSocket *socket);
    void acceptAgain();

    Setup m_setup;
    QList<Connection *> m_connections;
    int m_turnedAway = 0; ///< who are being told that there is no place
    QTimer m_acceptAgain;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/basiccall.h"
#include "core/transport/managerpool.h"
#include "core/transport/textmeter.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>

namespace lightwell {

class OneTimeBody;

/// One request over the network.
class NetworkCall : public BasicCall
{
    Q_OBJECT
public:
    struct Setup
    {
        HttpRequest request;
        TransportLimits limits;
        /// Connect to this address and no other, whatever the name resolves to now; null: as the name says.
        QHostAddress pinned;
        std::optional<QSslConfiguration> tls; ///< where others are trusted beside the system's own authorities
    };
    NetworkCall(ManagerPool &pool, Setup setup, QObject *parent);
    ~NetworkCall() override;

    /// Connections on which paid requests of `setup` are about to leave (certain), or may. Sends nothing.
    static void openAhead(ManagerPool &pool, const Setup &setup, int connections, bool certain);

protected:
    void release() override;
    [[nodiscard]] Delivery delivery() const override;

private:
    void begin(std::unique_ptr<ManagerPool::Lease> lease);
    [[nodiscard]] QNetworkRequest networkRequest() const;
    void watch();
    void connected();
    void connectTimeIsUp();
    void alive();
    void readHead();
    void read();
    void replyFinished();
    [[nodiscard]] bool receive(); ///< false: the call has ended
    void tellPiece(qsizetype from);
    [[nodiscard]] HttpResponse head() const;
    void tooLarge();
    [[nodiscard]] bool failedBeforeSending() const;

    Setup m_setup;
    std::unique_ptr<ManagerPool::Lease> m_lease;
    OneTimeBody *m_body = nullptr;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_received;
    TextMeter m_text;
    QStringList m_tlsErrors;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    bool m_sending = false;
    bool m_certainlyNotSent = true;
};

} // namespace lightwell

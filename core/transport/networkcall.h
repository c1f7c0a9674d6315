// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/answerbody.h"
#include "core/transport/basiccall.h"
#include "core/transport/callsetup.h"
#include "core/transport/managerpool.h"

#include <QNetworkReply>
#include <QTimer>

namespace lightwell {

class SocketPool;

/// One request without a body, over connections that are kept: a question. What has a body leaves by DirectCall.
class NetworkCall : public BasicCall
{
    Q_OBJECT
public:
    /// `sockets`: for where a server sends interim answers, which Qt takes for the answer.
    NetworkCall(ManagerPool &pool, SocketPool &sockets, CallSetup setup, QObject *parent);
    ~NetworkCall() override;

protected:
    void release() override;
    [[nodiscard]] Delivery delivery() const override;

private:
    void begin(std::unique_ptr<ManagerPool::Lease> lease);
    [[nodiscard]] QNetworkRequest networkRequest() const;
    void watch();
    void connected();
    void connectTimeIsUp();
    void read();
    void replyFinished();
    [[nodiscard]] bool receive(); ///< false: the call has ended
    void askDirectly();
    [[nodiscard]] HttpResponse head() const;
    [[nodiscard]] qint64 length() const; ///< as announced; -1: it is not
    [[nodiscard]] bool failedBeforeSending() const;

    const CallSetup m_setup;
    SocketPool &m_sockets;
    QPointer<HttpCall> m_direct; ///< which goes on in its place
    std::unique_ptr<ManagerPool::Lease> m_lease;
    QNetworkReply *m_reply = nullptr;
    AnswerBody m_body;
    QStringList m_tlsErrors;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    bool m_sending = false;
    bool m_hasHead = false;
    bool m_certainlyNotSent = true;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/answerreader.h"
#include "core/transport/answerbody.h"
#include "core/transport/basiccall.h"
#include "core/transport/socketpool.h"

namespace lightwell {

/// One request over a connection of its own (HTTP/1.1). It leaves once, whatever happens, and it is certain whether it
/// did and whether its answer is whole.
class DirectCall : public BasicCall
{
    Q_OBJECT
public:
    DirectCall(SocketPool &pool, CallSetup setup, QObject *parent);
    ~DirectCall() override;

protected:
    void release() override;
    [[nodiscard]] Delivery delivery() const override { return m_sending ? Delivery::MaybeSent : Delivery::NotSent; }
    void breakOff(HttpResult &result) override;

private:
    void begin(SocketPool::Lease lease);
    void send();
    void writeMore();
    void read();
    void take(QByteArrayView bytes);
    void takeBody(QByteArrayView piece);
    [[nodiscard]] bool takeHead();
    void finishIfWhole();
    void closed();
    [[nodiscard]] QByteArray requestHead() const;
    [[nodiscard]] HttpResponse head() const;

    const CallSetup m_setup;
    SocketPool::Lease m_lease;
    AnswerReader m_reader;
    AnswerBody m_body;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    qsizetype m_written = 0; ///< of the request's body
    bool m_sending = false;
    bool m_hasHead = false;
    bool m_isClosed = false;
};

} // namespace lightwell

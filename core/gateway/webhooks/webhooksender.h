// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace lightwell {

class GuardedClient;
struct HttpClientOptions;

/// Tells programs of the end of their jobs, after Standard Webhooks: what is not taken (2xx) is tried again after
/// pauses that grow, or as Retry-After says; a 410 ends it for this client and address. What waits goes with the
/// program: a client that must know asks for its job. On the gateway's thread.
class WebhookSender : public QObject
{
    Q_OBJECT
public:
    /// `options` say how they go out; nullptr: nothing is ever sent.
    explicit WebhookSender(const HttpClientOptions *options, QObject *parent = nullptr);
    ~WebhookSender() override;

    struct Message
    {
        QByteArray id; ///< the same in all tries
        QUrl url;
        QUrl own; ///< webhooktarget::ownOf() of it
        QByteArray secret; ///< of its client
        QByteArray body;
        QString client = {}; ///< whose job it is about; empty: nobody's in particular
    };
    struct Bounds
    {
        int waiting = 1000; ///< messages; one client has at most as many as it leaves for the others
        qsizetype gone = 1000; ///< addresses that are remembered to be; beyond it, of the client that has most
    };
    void setBounds(const Bounds &bounds) { m_bounds = bounds; }
    void setPauses(const QList<std::chrono::milliseconds> &pauses) { m_pauses = pauses; }
    void send(const Message &message);
    [[nodiscard]] int waiting() const { return m_waiting; } ///< messages that are not delivered or given up yet

private:
    struct Address
    {
        QString client;
        QUrl url;
        friend bool operator==(const Address &, const Address &) = default;
    };
    void attempt(const Message &message, int number);
    void end(const Message &message, const char *how);
    [[nodiscard]] bool hasRoomFor(const QString &client) const;
    [[nodiscard]] bool isGone(const Message &message) const;
    void noteGone(const Message &message);

    std::unique_ptr<GuardedClient> m_client;
    Bounds m_bounds;
    QList<std::chrono::milliseconds> m_pauses;
    QList<Address> m_gone; ///< answered 410 to this client, the oldest first
    int m_waiting = 0;
    QHash<QString, int> m_waitingOf; ///< by client
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QUrl>

#include <chrono>
#include <memory>

namespace lightwell {

class Outpost;
struct HttpClientOptions;

/// Tells programs of the end of their jobs, after Standard Webhooks: what is not taken (2xx) is tried again after
/// pauses that grow, or as Retry-After says; a 410 ends it for this address. What waits goes with the program: a client
/// that must know asks for its job. On the gateway's thread.
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
    };
    void setPauses(const QList<std::chrono::milliseconds> &pauses) { m_pauses = pauses; }
    void send(const Message &message);
    [[nodiscard]] int waiting() const { return m_waiting; } ///< messages that are not delivered or given up yet

private:
    void attempt(const Message &message, int number);
    void end(const Message &message, const char *how);

    std::unique_ptr<Outpost> m_outpost;
    QList<std::chrono::milliseconds> m_pauses;
    QSet<QUrl> m_gone; ///< answered 410
    int m_waiting = 0;
};

} // namespace lightwell

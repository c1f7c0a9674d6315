// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/webhooks/webhooksender.h"

#include "core/gateway/webhooks/webhooksignature.h"
#include "core/model/whohasmost.h"
#include "core/net/redaction.h"
#include "core/transport/guardedclient.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>

namespace lightwell {

namespace {

Q_LOGGING_CATEGORY(webhookLog, "lightwell.webhooks", QtInfoMsg)

constexpr int gone = 410;
constexpr std::chrono::milliseconds longestPause = std::chrono::hours(24);

/// What is said there is of no interest, only that it is said soon.
TransportLimits limits()
{
    constexpr qint64 fewBytes = 64LL * 1024;
    TransportLimits limits;
    limits.connect = std::chrono::seconds(10);
    limits.idle = std::chrono::seconds(20);
    limits.total = std::chrono::seconds(20);
    limits.maxInMemoryBytes = fewBytes;
    limits.maxResponseBytes = fewBytes;
    return limits;
}

/// A tenth more at most: those of many jobs that ended together shall not come together again.
std::chrono::milliseconds withJitter(std::chrono::milliseconds pause)
{
    return pause + std::chrono::milliseconds(QRandomGenerator::global()->bounded(int(pause.count() / 10) + 1));
}

} // namespace

WebhookSender::WebhookSender(const HttpClientOptions *options, QObject *parent)
    : QObject(parent)
    , m_client(options ? std::make_unique<GuardedClient>(*options) : nullptr)
{
    if (m_client) {
        m_client->setParent(this); // so that it moves along
    }
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::send(const Message &message)
{
    if (!m_client || isGone(message)) {
        return;
    }
    if (!hasRoomFor(message.client)) {
        qCWarning(webhookLog) << "Too many webhooks wait; one is left out.";
        return;
    }
    ++m_waiting;
    ++m_waitingOf[message.client];
    attempt(message, 0);
}

bool WebhookSender::hasRoomFor(const QString &client) const
{
    const int own = client.isEmpty() ? 0 : m_waitingOf.value(client);
    return own + m_waiting < m_bounds.waiting;
}

bool WebhookSender::isGone(const Message &message) const
{
    return m_gone.contains(Address {message.client, message.url});
}

void WebhookSender::noteGone(const Message &message)
{
    if (isGone(message)) {
        return;
    }
    m_gone.append(Address {message.client, message.url});
    if (m_gone.size() > m_bounds.gone) {
        m_gone.erase(firstOfWhoHasMost(
            std::as_const(m_gone), [](const Address &address) { return address.client; },
            [](const Address &) { return qint64(1); }));
    }
}

void WebhookSender::attempt(const Message &message, int number)
{
    if (isGone(message)) {
        return end(message, "is gone");
    }
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    HttpRequest request;
    request.method = "POST";
    request.url = message.url;
    request.setHeader("Content-Type", "application/json");
    request.setHeader("webhook-id", message.id);
    request.setHeader("webhook-timestamp", QByteArray::number(now));
    request.setHeader("webhook-signature", webhooksignature::sign(message.secret, message.id, now, message.body));
    request.body = message.body;
    HttpCall *call = m_client->send(request, message.own, limits());
    connect(call, &HttpCall::finished, this, [this, message, number](const HttpResult &result) {
        const bool isAnswered = result.delivery == Delivery::Answered;
        if (isAnswered && result.response.isSuccess()) {
            return end(message, "took it");
        }
        if (isAnswered && result.response.status == gone) {
            noteGone(message);
            return end(message, "is gone");
        }
        if (number >= m_pauses.size()) {
            return end(message, "never took it");
        }
        const auto told = isAnswered ? result.response.retryAfter() : std::nullopt;
        const auto pause =
            std::clamp(std::max(withJitter(m_pauses.at(number)), told.value_or(std::chrono::milliseconds(0))),
                       std::chrono::milliseconds(0), longestPause);
        QTimer::singleShot(pause, this, [this, message, number] { attempt(message, number + 1); });
    });
}

void WebhookSender::end(const Message &message, const char *how)
{
    --m_waiting;
    if (--m_waitingOf[message.client] == 0) {
        m_waitingOf.remove(message.client);
    }
    qCInfo(webhookLog).noquote() << loggableTarget("POST", message.url.adjusted(QUrl::RemovePath)) << how;
}

} // namespace lightwell

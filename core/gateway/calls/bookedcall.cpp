// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/bookedcall.h"

#include <utility>

namespace lightwell {

BookedCall::BookedCall(CallIdentity identity, std::unique_ptr<CallWork> work, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_work(std::move(work))
{
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, &BookedCall::cancel);
}

BookedCall::~BookedCall() = default;

QList<Exchange *> BookedCall::waiting() const
{
    QList<Exchange *> waiting;
    for (const QPointer<Exchange> &exchange : m_waiting) {
        if (exchange && !(exchange->isAnswered() && !exchange->isStreaming())) {
            waiting.append(exchange);
        }
    }
    return waiting;
}

void BookedCall::become(CallState next)
{
    const bool isAllowed = mayBecome(m_state, next);
    Q_ASSERT_X(isAllowed, "BookedCall::become",
               qPrintable(QString::number(int(m_state)) + u'>' + QString::number(int(next))));
    if (isAllowed) {
        m_state = next;
    }
    if (m_state != CallState::Unwatched) {
        m_grace.stop();
    }
}

void BookedCall::setGeneration(const QString &id)
{
    m_generation = id;
    for (const QPointer<Exchange> &exchange : std::as_const(m_waiting)) {
        if (exchange) {
            exchange->setGeneration(id);
        }
    }
}

void BookedCall::join(Exchange *exchange)
{
    exchange->setGeneration(m_generation);
    if (isOver()) {
        return m_work->answer(*this, exchange);
    }
    if (m_state == CallState::Abandoned) {
        become(CallState::Looking);
    } else if (m_state == CallState::Unwatched) {
        become(CallState::Running);
    }
    m_waiting.append(exchange);
    connect(exchange, &Exchange::abandoned, this, [this, exchange] {
        m_waiting.removeOne(exchange);
        if (m_waiting.isEmpty() && !isOver() && !m_goesOn) {
            Q_EMIT left();
        }
    });
    m_work->joined(*this, exchange);
}

void BookedCall::letGo(Exchange *exchange)
{
    m_goesOn = true;
    m_waiting.removeOne(exchange);
    exchange->disconnect(this);
}

void BookedCall::goOnAlone(std::chrono::milliseconds grace)
{
    become(CallState::Unwatched);
    m_grace.start(grace);
}

void BookedCall::cancel()
{
    if (m_state != CallState::Cancelling) {
        become(CallState::Cancelling);
    }
    m_work->cancel(*this);
}

QList<Exchange *> BookedCall::dismiss()
{
    QList<Exchange *> dismissed = waiting();
    for (const QPointer<Exchange> &exchange : std::exchange(m_waiting, {})) {
        if (exchange) {
            exchange->disconnect(this);
        }
    }
    return dismissed;
}

void BookedCall::end()
{
    become(CallState::Answered);
    m_endedAt = QDateTime::currentDateTimeUtc();
    const QList<Exchange *> owed = dismiss();
    for (Exchange *exchange : owed) {
        m_work->answer(*this, exchange);
    }
    Q_EMIT ended();
}

void BookedCall::deliverBy(Exchange *exchange)
{
    ++m_answers;
    ++m_unconfirmed;
    const Departure &departure = exchange->watchDeparture();
    connect(&departure, &Departure::left, this, [this] {
        m_sinceLeft.start();
        if (m_state == CallState::Answered) {
            become(CallState::Delivered);
        }
    });
    connect(&departure, &Departure::received, this, [this] { --m_unconfirmed; });
}

bool BookedCall::isSettled(std::chrono::milliseconds grace) const
{
    return isDelivered() && (m_unconfirmed == 0 || m_work->endedForFree() || m_sinceLeft.elapsed() >= grace.count());
}

void BookedCall::beginAnew()
{
    Q_EMIT begunAnew();
}

} // namespace lightwell

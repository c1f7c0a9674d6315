// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/textattempt.h"

#include "core/chat/textreasons.h"
#include "core/engine/turns.h"
#include "core/engine/vendortext.h"
#include "core/model/plausiblecost.h"

#include <utility>

namespace lightwell {

TextAttempt::TextAttempt(const Ways &ways, const Plan &plan, TextConversationPtr conversation, QObject *parent)
    : AttemptWork(parent)
    , m_plan(plan)
    , m_conversation(std::move(conversation))
    , m_driver(new CallDriver(m_conversation, ways.http, ways.patience, this))
    , m_keys(m_conversation->secrets())
{
    connect(m_driver, &CallDriver::progressed, this, &AttemptWork::progressed);
    connect(m_driver, &CallDriver::pieceArrived, this, &TextAttempt::take);
    connect(m_driver, &CallDriver::finished, this, &TextAttempt::ended);
}

void TextAttempt::takeTurn(Turn *turn)
{
    if (turn) {
        turn->setParent(this);
        m_turn = turn;
    }
}

void TextAttempt::start()
{
    m_clock.start();
    m_driver->start();
}

void TextAttempt::cancel()
{
    m_cancelled = true;
    m_driver->cancel();
}

void TextAttempt::take(const HttpResponse &head, const QByteArray &piece)
{
    if (head.isSuccess() && isEventStream(head.header("Content-Type"))) {
        m_meter.feed(piece);
        if (!m_firstMs && m_meter.characters() > 0) {
            m_firstMs = m_clock.elapsed();
        }
        m_head = head;
        pass(m_keys.feed(piece));
    }
}

void TextAttempt::pass(const QByteArray &words)
{
    if (!words.isEmpty()) {
        Q_EMIT pieceArrived(m_head, words);
    }
}

/// The vendor works until it is told to stop, and bills what it did.
void TextAttempt::settlePart(CallEnd &end, QJsonObject &usage) const
{
    const bool mayBeBilled = end.error && end.error->billing == Billing::MayBeBilled;
    if (!mayBeBilled || (m_meter.usage().isEmpty() && m_meter.characters() == 0)) {
        return; // what it thought before its first word, nobody knows
    }
    const TextConversation::Bill bill = m_conversation->billOf(m_meter.usage(), m_meter.characters());
    end.cost = bill.cost;
    usage = bill.usage;
    end.error->billing = Billing::Billed;
    const QString vendor = m_conversation->vendor().name;
    if (m_cancelled) {
        end.error->setReason(reasons::textCutOffHere(vendor));
    } else if (end.error->kind == ErrorKind::Network || end.error->kind == ErrorKind::Timeout) {
        end.error->setReason(reasons::textCutOff(vendor));
    }
}

void TextAttempt::ended(const CallOutcome &outcome)
{
    delete std::exchange(m_turn, nullptr);
    if (!m_cancelled) {
        pass(m_keys.end());
    }
    CallEnd end {m_plan.calls.first(), outcome.error, outcome.cost};
    QJsonObject usage = outcome.usage;
    settlePart(end, usage);
    if (!isBelievable(end.cost, m_plan.estimate.total)) {
        end.doubted = std::exchange(end.cost, Money::unknown());
    }
    AttemptOutcome told;
    told.calls = {end};
    told.about = outcome.about;
    if (outcome.error && !m_meter.about().id.isEmpty()) { // it was cut off
        told.about = vendortext::bounded(m_meter.about());
    }
    told.about.firstMs = m_firstMs;
    if (!usage.isEmpty()) {
        told.usage.append(usage);
    }
    if (!outcome.error) {
        told.delivered = 1;
        KeyFilter keys(m_conversation->secrets());
        const QByteArray whole = outcome.media.isEmpty() ? QByteArray() : outcome.media.first().bytes;
        Q_EMIT answered(keys.feed(whole) + keys.end());
    }
    Q_EMIT finished(told);
}

} // namespace lightwell

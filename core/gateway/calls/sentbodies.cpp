// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/sentbodies.h"

#include "core/explain/explain.h"
#include "core/explain/shownbody.h"

#include <utility>

namespace lightwell {

QJsonObject sentForPictures(const Generation &made, const AdapterRegistry &adapters)
{
    ExplainFacts facts;
    facts.generation = made;
    const Explanation explanation = explain(facts, adapters);
    const bool isKnown = explanation.wasSent && explanation.sent && !explanation.sent->isPreparation;
    return isKnown ? explanation.sent->fields : QJsonObject();
}

TextOrder SentBodies::noting(TextOrder order, const std::shared_ptr<SentBodies> &sent)
{
    order.talk = [talk = std::move(order.talk), sent](const Plan &plan, const Credentials &credentials) {
        TextConversationPtr conversation = talk(plan, credentials);
        const Step first = conversation->begin(); // the same each time it is asked for
        if (const auto *send = std::get_if<Send>(&first)) {
            sent->m_all.append({plan, shownBody(send->request.body)});
        }
        return conversation;
    };
    return order;
}

QByteArray SentBodies::last() const
{
    return m_all.isEmpty() ? QByteArray() : m_all.last().body;
}

QByteArray SentBodies::events(const Dialect &dialect, const QString &generation) const
{
    Generation begun;
    begun.id = generation;
    begun.createdAt = QDateTime::currentDateTimeUtc();
    QByteArray events;
    for (const Sent &sent : m_all) {
        begun.plan = sent.plan;
        events += dialect.echoEvent(begun, sent.body);
    }
    return events;
}

qint64 SentBodies::bytes() const
{
    qint64 sum = 0;
    for (const Sent &sent : m_all) {
        sum += sent.body.size();
    }
    return sum;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs that cost nothing: a placeholder, a recording, an answer that was kept. They have ended when they are accepted.
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/jobs/jobviews.h"
#include "core/gateway/services/service.h"

#include <QUuid>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

void JobBook::acceptFree(Generation generation, Call call, Exchange *exchange)
{
    // Of its own: a recording's is that of the request that was paid for, and perhaps another client's.
    generation.id = u"free_"_s + QUuid::createUuid().toString(QUuid::Id128);
    generation.createdAt = QDateTime::currentDateTimeUtc();
    generation.endedAt = generation.createdAt;
    tellAtEnd(generation.id, *exchange);
    if (m_hooks.contains(generation.id)) {
        tellWebhook(m_hooks.take(generation.id), generation);
    }
    const JobView view = viewOfEnded(generation, m_context.baseAddress(exchange->request()));
    const QString id = generation.id; // which goes with it
    m_free.insert(id, new Ended {std::move(call), std::move(generation)});
    answerAccepted(std::optional(view), exchange);
}

} // namespace lightwell

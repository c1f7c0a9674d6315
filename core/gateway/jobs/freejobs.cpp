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
    const QString id = u"free_"_s + QUuid::createUuid().toString(QUuid::Id128);
    // Of its own: a recording's is that of the request that was paid for, and perhaps another client's.
    const QString paidAs = std::exchange(generation.id, id);
    generation.createdAt = QDateTime::currentDateTimeUtc();
    generation.endedAt = generation.createdAt;
    tellAtEnd(id, *exchange);
    if (m_hooks.contains(id)) {
        tellWebhook(m_hooks.take(id), generation);
    }
    const JobView view = viewOfEnded(generation, m_context.baseAddress(exchange->request()));
    m_free.insert(id, new Ended {std::move(call), std::move(generation), paidAs});
    answerAccepted(std::optional(view), exchange);
}

/// Jobs that were answered with it have its words, too.
void JobBook::forget(const QString &id)
{
    m_ended.remove(id);
    const QStringList free = m_free.keys();
    for (const QString &job : free) {
        if (m_free.object(job)->paidAs == id) {
            m_free.remove(job);
        }
    }
}

} // namespace lightwell

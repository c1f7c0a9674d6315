// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/responserecord.h"

#include "core/async/whendone.h"
#include "core/chat/responseevents.h"
#include "core/journal/journallog.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

namespace lightwell {

namespace {

Q_LOGGING_CATEGORY(responseLog, "lightwell.responses", QtInfoMsg)

} // namespace

ResponseRecord::ResponseRecord(const ResponseStore &responses, const QString &client, const QString &previous,
                               const QByteArrayList &items)
    : m_store(responses)
    , m_response {ResponseStore::newId(), client, {}, {}, responseitems::listOf(items), {}, {}, previous}
    , m_told(m_response.id, previous)
{
}

void ResponseRecord::keep(const QByteArray &answer, const QString &generation, QObject *context, const Then &then)
{
    if (!answer.isEmpty()) {
        m_told.take(answer);
    }
    m_response.response = m_told.finished();
    m_response.generation = generation;
    m_response.createdAt = QDateTime::currentDateTimeUtc();
    if (m_response.response.isEmpty()) {
        return then(m_told.rest(false));
    }
    const auto tell = [told = m_told, then](const Status &kept) {
        if (!kept) {
            qCWarning(responseLog).noquote() << "An answer is not kept:" << forLog(kept.error());
        }
        then(told.rest(kept.ok()));
    };
    using PutAway = Result<ResponseStore::Response>;
    const auto putAway = [responses = m_store, response = std::move(m_response)] {
        return responses.putAway(response);
    };
    whenDone(QtConcurrent::run(putAway), context, [context, responses = m_store, tell](const PutAway &response) {
        response ? whenDone(responses.keep(*response), context, tell) : tell(response.error());
    });
}

void ResponseRecord::find(const QString &generation, bool inEvents, QObject *context, const Found &found) const
{
    using Read = Result<std::optional<ResponseStore::Response>>;
    const auto tell = [responses = m_store, inEvents, context, found](const Read &read) {
        if (!read || !*read) {
            return found(read ? Result<QByteArray>(QByteArray()) : read.error());
        }
        const auto write = [responses, inEvents, response = (**read).response] {
            const QByteArray whole = responses.withPicturesIn(response);
            return inEvents ? responseEvents(whole) : whole;
        };
        whenDone(QtConcurrent::run(write), context, [found](const QByteArray &told) { found(told); });
    };
    whenDone(m_store.findByGeneration(generation, m_response.client), context, tell);
}

} // namespace lightwell

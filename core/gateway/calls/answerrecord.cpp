// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/answerrecord.h"

#include "core/async/whendone.h"
#include "core/journal/journallog.h"
#include "core/model/boundedjson.h"
#include "core/model/jsontext.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QLoggingCategory>

#include <utility>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(wordsLog, "lightwell.words", QtInfoMsg)

/// What is known of the text stands before it, on a line of its own: so it need not be written in another way.
QByteArray written(const AnswerRecord::Words &words)
{
    JsonText facts;
    facts.beginObject();
    facts.put("stream"_L1, words.isStream);
    if (words.healing) {
        facts.beginObject("healing"_L1);
        facts.put("schema"_L1, words.healing->hasSchema);
        facts.put("mended"_L1, words.healing->isMended);
        facts.put("before"_L1, words.healing->before);
        facts.put("after"_L1, words.healing->after);
        facts.endObject();
    }
    facts.endObject();
    return facts.text() + '\n' + words.text;
}

std::optional<AnswerRecord::Words> read(const QByteArray &kept)
{
    const qsizetype line = kept.indexOf('\n');
    const Result<QJsonObject> facts = readJsonObject(kept.left(line), jsonlimits::own);
    if (line < 0 || !facts) {
        return std::nullopt;
    }
    AnswerRecord::Words words {kept.mid(line + 1), facts->value("stream"_L1).toBool()};
    if (facts->contains("healing"_L1)) {
        const QJsonObject healing = facts->value("healing"_L1).toObject();
        words.healing = HealingReport {healing["schema"_L1].toBool(), healing["mended"_L1].toBool(),
                                       healing["before"_L1].toInteger(), healing["after"_L1].toInteger()};
    }
    return words;
}

} // namespace

AnswerRecord::AnswerRecord(Store &store, QString client, const wordrows::Bounds &bounds)
    : m_store(&store)
    , m_client(std::move(client))
    , m_bounds(bounds)
{
}

void AnswerRecord::keep(const Words &words, const QString &generation, QObject *context,
                        const std::function<void()> &then) const
{
    const auto write = [words, generation, client = m_client, bounds = m_bounds](Database &database) {
        const wordrows::AnswerRow kept {generation, client, QDateTime::currentDateTimeUtc(), written(words)};
        return inTransaction(database, [&] { return wordrows::write(database, kept, bounds); });
    };
    whenDone(m_store->write(write), context, [then](const Status &kept) {
        if (!kept) {
            qCWarning(wordsLog).noquote() << "An answer is not kept:" << forLog(kept.error());
        }
        then();
    });
}

void AnswerRecord::find(const QString &generation, QObject *context, const Found &found) const
{
    using Kept = Result<std::optional<QByteArray>>;
    const auto look = [generation, client = m_client](Database &database) {
        return wordrows::find(database, generation, client, QDateTime::currentDateTimeUtc());
    };
    whenDone(m_store->read(look), context, [found](const Kept &kept) {
        if (!kept) {
            return found(kept.error());
        }
        found(*kept ? read(**kept) : std::nullopt);
    });
}

QFuture<Status> AnswerRecord::removeOld(Store &store)
{
    return store.write([](Database &database) {
        return inTransaction(database, [&] { return wordrows::removeOld(database, QDateTime::currentDateTimeUtc()); });
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/wordrows.h"

#include "core/chat/textreasons.h"
#include "core/journal/clientcalls.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::wordrows {

namespace {

// By their names they are told from answers that somebody goes on with: "words:" and the generation.
constexpr auto firstName = "words:"_L1;
constexpr auto behindNames = "words;"_L1;

QString nameOf(const QString &generation)
{
    return firstName + generation;
}

/// The newest stay.
Status makeRoom(Database &database, const QString &client, const Bounds &bounds)
{
    return asStatus(
        change(database,
               u"DELETE FROM stored_responses WHERE sequence IN (SELECT sequence FROM (SELECT sequence, "
               "row_number() OVER newest AS place, sum(bytes) OVER newest AS together FROM stored_responses "
               "WHERE client = ? AND id >= ? AND id < ? WINDOW newest AS (ORDER BY sequence DESC)) "
               "WHERE place > ? OR together > ?)"_s,
               {notNull(client), QString(firstName), QString(behindNames), bounds.count, bounds.bytes}));
}

} // namespace

QDateTime oldest(const QDateTime &now)
{
    return now.addSecs(-clientcalls::keptSeconds);
}

Status write(Database &database, const AnswerRow &words, const Bounds &bounds)
{
    const qint64 bytes = words.text.size();
    if (bytes > bounds.bytesOfOne) {
        return notSent(ErrorKind::Storage, reasons::responseTooLong(bounds.bytesOfOne));
    }
    if (const Status forgotten = removeOld(database, words.createdAt); !forgotten) {
        return forgotten;
    }
    const Status written =
        asStatus(change(database,
                        u"INSERT INTO stored_responses (id, client, generation, created_at, bytes, input, response) "
                        "VALUES (?, ?, ?, ?, ?, '', ?)"_s,
                        {nameOf(words.generation), notNull(words.client), words.generation,
                         words.createdAt.toMSecsSinceEpoch(), bytes, notNull(QString::fromUtf8(words.text))}));
    return written ? makeRoom(database, words.client, bounds) : written;
}

Result<std::optional<QByteArray>> find(Database &database, const QString &generation, const QString &client,
                                       const QDateTime &now)
{
    Result<Rows> rows =
        execute(database, u"SELECT response FROM stored_responses WHERE id = ? AND client = ? AND created_at >= ?"_s,
                {nameOf(generation), notNull(client), oldest(now).toMSecsSinceEpoch()});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<QByteArray>>(std::nullopt) : whole.error();
    }
    return std::optional(rows.value().value(0).toString().toUtf8());
}

Status removeOld(Database &database, const QDateTime &now)
{
    return asStatus(change(database, u"DELETE FROM stored_responses WHERE id >= ? AND id < ? AND created_at < ?"_s,
                           {QString(firstName), QString(behindNames), oldest(now).toMSecsSinceEpoch()}));
}

} // namespace lightwell::wordrows

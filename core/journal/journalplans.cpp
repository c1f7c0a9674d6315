// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/attemptrows.h"
#include "core/journal/columns.h"
#include "core/journal/journal.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

using namespace Qt::StringLiterals;

namespace lightwell {

QFuture<QHash<int, Plan>> Journal::plans(const QString &id)
{
    return m_store.read([id, offers = m_offers](Database &database) -> QHash<int, Plan> {
        constexpr qint64 longest = 1024 * 1024; // characters; each is written out to be looked at
        Result<Rows> row = execute(database, u"SELECT sequence, request FROM generations WHERE id = ?"_s, {id});
        if (!row || !row.value().next()) {
            return {};
        }
        const qint64 sequence = row->value(0).toLongLong();
        const QJsonObject request = columns::toObject(row->value(1).toByteArray());
        Result<QHash<int, Plan>> plans = attemptrows::readPlans(database, *offers, sequence, longest, request);
        return plans ? std::move(plans).value() : QHash<int, Plan>();
    });
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/query.h"
#include "tests/gateway/chatrig.h"

#include <QJsonArray>

/// What the tests of answers that are kept ask of gateway and database.
namespace lightwell::test::storedanswers {

/// Of a gateway that keeps answers.
inline GatewayOptions storing()
{
    GatewayOptions options;
    options.storesResponses = true;
    return options;
}

/// Of /v1/responses/PATH.
inline RawAnswer ask(const ChatRig &rig, const QByteArray &method, const QString &path, const QByteArray &headers = {})
{
    return rig.gateway.ask(rig.gateway.request(method, "/v1/responses/" + path.toLatin1(), {}, headers));
}

inline QString idOf(const RawAnswer &answer)
{
    return answer.json()[QLatin1StringView("id")].toString();
}

inline QStringList column(const QJsonArray &list, QLatin1StringView name)
{
    QStringList column;
    for (const QJsonValue &entry : list) {
        column.append(entry[name].toString());
    }
    return column;
}

/// What one statement finds; -1: nothing.
inline qint64 number(const ChatRig &rig, const QString &sql)
{
    return await(rig.gateway.rig.store->run([sql](Database &database) -> qint64 {
        Result<Rows> rows = execute(database, sql);
        return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
    }));
}

/// So many rows.
inline qint64 kept(const ChatRig &rig)
{
    return number(rig, QStringLiteral("SELECT count(*) FROM stored_responses"));
}

} // namespace lightwell::test::storedanswers

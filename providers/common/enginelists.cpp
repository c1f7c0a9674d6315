// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/enginelists.h"

#include "core/model/boundedjson.h"
#include "core/model/displaytext.h"

#include <QJsonObject>

namespace lightwell {

namespace {

constexpr qsizetype maxNames = 500;
constexpr qsizetype longestName = 200;
constexpr qsizetype longestText = 60;

QString shown(const QJsonValue &value, qsizetype longest)
{
    const QString text = value.toString();
    return text.size() <= longest && isDisplayable(text) ? text : QString();
}

} // namespace

QStringList engineNames(const QJsonArray &entries, QLatin1StringView field)
{
    QStringList names;
    for (const QJsonValue &entry : entries) {
        const QString name = shown(field.isEmpty() ? entry : entry[field], longestName);
        if (!name.isEmpty() && names.size() < maxNames) {
            names.append(name);
        }
    }
    return names;
}

QJsonArray engineList(const HttpResponse &answer)
{
    const Result<QJsonDocument> read = readJson(answer.body, jsonlimits::answer);
    return answer.isSuccess() && read ? read->array() : QJsonArray();
}

QJsonObject engineObject(const HttpResponse &answer)
{
    return answer.isSuccess() ? answer.json() : QJsonObject();
}

QString engineText(const QJsonValue &value)
{
    return shown(value, longestText);
}

} // namespace lightwell

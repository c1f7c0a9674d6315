// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backupmanifest.h"

#include "core/model/boundedjson.h"
#include "core/storage/storagereasons.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int form = 1;

} // namespace

Manifest Manifest::ofNow(int schema)
{
    return {QStringLiteral(LIGHTWELL_VERSION), schema, QDateTime::currentDateTimeUtc(), {}};
}

QByteArray Manifest::toJson() const
{
    QJsonArray entries;
    for (const ArchivedFile &file : files) {
        entries.append(QJsonObject {{"name"_L1, file.name}, {"bytes"_L1, file.bytes}, {"hash"_L1, file.hash}});
    }
    const QJsonObject object {{"form"_L1, form},
                              {"version"_L1, version},
                              {"schema"_L1, schema},
                              {"created_at"_L1, createdAt.toString(Qt::ISODateWithMs)},
                              {"files"_L1, entries}};
    return QJsonDocument(object).toJson();
}

Result<Manifest> Manifest::fromJson(const QByteArray &json)
{
    const Result<QJsonObject> read = readJsonObject(json, jsonlimits::own);
    const QJsonObject object = read ? *read : QJsonObject();
    if (object.value("form"_L1).toInt() > form) {
        return notSent(ErrorKind::Invalid, reasons::backupNewer());
    }
    if (object.value("form"_L1).toInt() != form) {
        return notSent(ErrorKind::Invalid, reasons::backupOfAnother());
    }
    Manifest manifest;
    manifest.version = object.value("version"_L1).toString();
    manifest.schema = object.value("schema"_L1).toInt();
    manifest.createdAt = QDateTime::fromString(object.value("created_at"_L1).toString(), Qt::ISODateWithMs);
    const QJsonArray entries = object.value("files"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        manifest.files.append(
            {entry["name"_L1].toString(), entry["bytes"_L1].toInteger(), entry["hash"_L1].toString()});
    }
    return manifest;
}

} // namespace lightwell

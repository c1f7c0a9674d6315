// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/foundengine.h"

#include "core/model/boundedjson.h"
#include "core/model/json.h"
#include "core/net/hostrules.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QFileInfo>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxFileBytes = 16LL * 1024 * 1024;

const QStringList &useNames()
{
    static const QStringList names {u"pictures"_s, u"text_only"_s, u"nothing_yet"_s, u"api_off"_s, u"key_needed"_s};
    return names;
}

} // namespace

QString engineUseName(FoundEngine::Use use)
{
    return useNames().at(static_cast<int>(use));
}

QJsonObject FoundEngine::toJson() const
{
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"provider"_s, provider},
            {u"address"_s, address.toString(QUrl::FullyEncoded)},
            {u"version"_s, version},
            {u"use"_s, engineUseName(use)},
            {u"models"_s, QJsonArray::fromStringList(models)},
            {u"upscalers"_s, QJsonArray::fromStringList(upscalers)},
            {u"samplers"_s, QJsonArray::fromStringList(samplers)},
            {u"loras"_s, QJsonArray::fromStringList(loras)},
            {u"seen"_s, json::fromTime(seen)}};
}

FoundEngine FoundEngine::fromJson(const QJsonObject &object)
{
    FoundEngine engine;
    engine.id = object.value("id"_L1).toString();
    engine.name = object.value("name"_L1).toString();
    engine.provider = object.value("provider"_L1).toString();
    engine.address = QUrl(object.value("address"_L1).toString(), QUrl::StrictMode);
    engine.version = object.value("version"_L1).toString();
    const qsizetype use = useNames().indexOf(object.value("use"_L1).toString());
    engine.use = use < 0 ? Use::NothingYet : static_cast<Use>(use);
    engine.models = json::strings(object.value("models"_L1));
    engine.upscalers = json::strings(object.value("upscalers"_L1));
    engine.samplers = json::strings(object.value("samplers"_L1));
    engine.loras = json::strings(object.value("loras"_L1));
    engine.seen = json::toTime(object.value("seen"_L1));
    return engine;
}

Result<QList<FoundEngine>> readFoundEngines(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return QList<FoundEngine>();
    }
    const Result<QByteArray> text = readRegularFile(path, maxFileBytes);
    if (!text) {
        return text.error();
    }
    const Result<QJsonObject> read = readJsonObject(*text, jsonlimits::own);
    if (!read) {
        return read.error();
    }
    QList<FoundEngine> engines;
    const QJsonArray entries = read->value("engines"_L1).toArray();
    for (const QJsonValue &entry : entries) {
        const FoundEngine engine = FoundEngine::fromJson(entry.toObject());
        if (isLoopbackHost(engine.address.host())) { // whatever somebody wrote there
            engines.append(engine);
        }
    }
    return engines;
}

Status writeFoundEngines(const QString &path, const QList<FoundEngine> &engines)
{
    QJsonArray entries;
    for (const FoundEngine &engine : engines) {
        entries.append(engine.toJson());
    }
    return writeDurably(path, QJsonDocument(QJsonObject {{u"engines"_s, entries}}).toJson());
}

} // namespace lightwell

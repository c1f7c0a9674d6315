// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/writtenobject.h"
#include "core/gateway/dialects/openrouter/pagewish.h"
#include "core/gateway/dialects/openrouter/presetwords.h"
#include "core/gateway/dialects/openrouter/routererrors.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/// Another one when the preset says something else.
QString versionIdOf(const Preset &preset)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(preset.systemPrompt.toUtf8() + '\n' + preset.config));
    constexpr qsizetype enough = 16;
    return preset.slug + u'-' + QString::fromLatin1(hash.result().toHex().left(enough));
}

QJsonObject entryOf(const Preset &preset, const QString &time)
{
    QJsonObject entry {{u"id"_s, preset.slug},     {u"slug"_s, preset.slug},
                       {u"name"_s, preset.name},   {u"description"_s, orNull(preset.description)},
                       {u"status"_s, u"active"_s}, {u"designated_version_id"_s, versionIdOf(preset)},
                       {u"created_at"_s, time},    {u"updated_at"_s, time}};
    for (const QString &unknown : {u"creator_user_id"_s, u"status_updated_at"_s, u"workspace_id"_s}) {
        entry.insert(unknown, QJsonValue::Null);
    }
    return entry;
}

QString timeOf(const Presets &presets)
{
    return presets.writtenAt.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

GatewayResponse presetsPage(const Presets &presets, const QUrlQuery &query)
{
    constexpr qsizetype usual = 50;
    const Result<PageWish> wish = readPageWish(query, usual);
    if (!wish) {
        return errorAnswer(wish.error());
    }
    QJsonArray data;
    for (const Preset &preset : presets.all.mid(wish->offset, wish->limit)) {
        data.append(entryOf(preset, timeOf(presets)));
    }
    return GatewayResponse::json(200, {{u"data"_s, data}, {u"total_count"_s, presets.all.size()}});
}

GatewayResponse presetPage(const Presets &presets, const QString &slug)
{
    const Preset *preset = presets.find(slug);
    if (!preset) {
        return errorAnswer(presetNotThere(slug, presets, u"slug"_s));
    }
    const QString time = timeOf(presets);
    QJsonObject version {{u"id"_s, versionIdOf(*preset)},
                         {u"preset_id"_s, preset->slug},
                         {u"creator_id"_s, u"user"_s},
                         {u"version"_s, 1},
                         {u"config"_s, writtenValue(preset->config)},
                         {u"system_prompt"_s, orNull(preset->systemPrompt)},
                         {u"created_at"_s, time},
                         {u"updated_at"_s, time}};
    if (preset->isWithheld) { // else "null" would be told for "none"
        version.insert(u"withheld"_s, QJsonArray {u"system_prompt"_s, u"config"_s});
    }
    QJsonObject entry = entryOf(*preset, time);
    entry.insert(u"designated_version"_s, version);
    return GatewayResponse::json(200, {{u"data"_s, entry}});
}

} // namespace lightwell::openrouter

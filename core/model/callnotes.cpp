// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/callnotes.h"

#include "core/model/displaytext.h"
#include "core/model/json.h"
#include "core/model/jsontext.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNote = 256; // UTF-16 units

/// In the order of JSON.
template<typename PutIfSet>
void tellFields(const CallNotes &notes, PutIfSet putIfSet)
{
    putIfSet("answered_by"_L1, notes.answeredBy);
    putIfSet("api"_L1, notes.api);
    putIfSet("path"_L1, notes.path);
    putIfSet("preset"_L1, notes.preset);
    putIfSet("referer"_L1, notes.referer);
    putIfSet("session"_L1, notes.session);
    putIfSet("streamed"_L1, notes.streamed);
    putIfSet("user_agent"_L1, notes.userAgent);
}

} // namespace

QJsonObject CallNotes::toJson() const
{
    QJsonObject object;
    tellFields(*this, [&object](QLatin1StringView name, const auto &note) { json::putIfSet(object, name, note); });
    return object;
}

void CallNotes::writeFields(JsonText &json) const
{
    tellFields(*this, [&json](QLatin1StringView name, const auto &note) { json.putIfSet(name, note); });
}

CallNotes CallNotes::fromJson(const QJsonObject &object)
{
    CallNotes notes;
    notes.api = object.value("api"_L1).toString();
    notes.path = object.value("path"_L1).toString();
    if (const QJsonValue value = object.value("streamed"_L1); value.isBool()) {
        notes.streamed = value.toBool();
    }
    notes.userAgent = object.value("user_agent"_L1).toString();
    notes.referer = object.value("referer"_L1).toString();
    notes.preset = object.value("preset"_L1).toString();
    notes.session = object.value("session"_L1).toString();
    notes.answeredBy = object.value("answered_by"_L1).toString();
    return notes;
}

QJsonObject AnswerNotes::toJson() const
{
    QJsonObject object;
    json::putIfSet(object, "id"_L1, id);
    json::putIfSet(object, "finish"_L1, finish);
    json::putIfSet(object, "tier"_L1, tier);
    json::putIfSet(object, "first_ms"_L1, firstMs);
    return object;
}

AnswerNotes AnswerNotes::fromJson(const QJsonObject &object)
{
    AnswerNotes notes;
    notes.id = object.value("id"_L1).toString();
    notes.finish = object.value("finish"_L1).toString();
    notes.tier = object.value("tier"_L1).toString();
    if (const QJsonValue value = object.value("first_ms"_L1); value.isDouble()) {
        notes.firstMs = value.toInteger();
    }
    return notes;
}

QString notedWord(const QString &text)
{
    return shortened(displayText(text.simplified()), longestNote);
}

} // namespace lightwell

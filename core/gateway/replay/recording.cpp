// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/recording.h"

#include "core/gateway/replay/callfields.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeDigits = 11;
constexpr int chanceDigits = 16;

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

/// Written out: a number that came from a form and one from JSON are the same then.
QByteArray written(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

QJsonObject withoutCosmetics(QJsonObject fields)
{
    const QStringList names = fields.keys();
    for (const QString &name : names) {
        if (isCosmeticField(name)) {
            fields.remove(name);
        }
    }
    return fields;
}

QJsonObject only(const QJsonObject &fields, const QStringList &names)
{
    QJsonObject chosen;
    for (const QString &name : names) {
        if (fields.contains(name)) {
            chosen.insert(name, fields.value(name));
        }
    }
    return chosen;
}

} // namespace

QJsonObject Recording::toJson() const
{
    QJsonObject object {{u"id"_s, id},
                        {u"created_at"_s, timeText(createdAt)},
                        {u"client"_s, client},
                        {u"fingerprint"_s, QString::fromLatin1(fingerprint.toHex())},
                        {u"generation"_s, generation}};
    if (expiresAt.isValid()) {
        object.insert(u"expires_at"_s, timeText(expiresAt));
    }
    if (!fields.isEmpty()) {
        object.insert(u"fields"_s, fields);
    }
    return object;
}

std::optional<Recording> Recording::fromJson(const QJsonObject &object)
{
    Recording recording;
    recording.id = object.value("id"_L1).toString();
    recording.createdAt = timeFrom(object.value("created_at"_L1));
    recording.expiresAt = timeFrom(object.value("expires_at"_L1));
    recording.client = object.value("client"_L1).toString();
    recording.fingerprint = QByteArray::fromHex(object.value("fingerprint"_L1).toString().toLatin1());
    recording.fields = object.value("fields"_L1).toObject();
    recording.generation = object.value("generation"_L1).toString();
    // A time that cannot be read is no leave to be good for ever.
    const bool isEndLost = object.contains("expires_at"_L1) && !recording.expiresAt.isValid();
    const bool isWhole = isRecordingId(recording.id) && recording.createdAt.isValid() && !isEndLost
        && object.value("client"_L1).isString() && !recording.fingerprint.isEmpty() && !recording.generation.isEmpty();
    return isWhole ? std::optional(recording) : std::nullopt;
}

QString newRecordingId(const QDateTime &now)
{
    return u"rec_%1%2"_s.arg(now.toMSecsSinceEpoch(), timeDigits, 16, QChar(u'0'))
        .arg(QRandomGenerator::system()->generate64(), chanceDigits, 16, QChar(u'0'));
}

bool isRecordingId(const QString &id)
{
    static const QRegularExpression form(u"\\Arec_[0-9a-f]{%1}\\z"_s.arg(timeDigits + chanceDigits));
    return form.match(id).hasMatch();
}

bool answers(const Recording &recording, const AskedCall &call, const AnswerWishes &wishes)
{
    if (wishes.match == ReplayMatch::Pinned) {
        return recording.id == wishes.recording;
    }
    if (recording.client != call.client) {
        return false;
    }
    switch (wishes.match) {
    case ReplayMatch::Strict:
        return recording.fingerprint == call.fingerprint;
    case ReplayMatch::Specific:
        return written(only(recording.fields, wishes.fields)) == written(only(call.fields, wishes.fields));
    default:
        return written(withoutCosmetics(recording.fields)) == written(withoutCosmetics(call.fields));
    }
}

} // namespace lightwell

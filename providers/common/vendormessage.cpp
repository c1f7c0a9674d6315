// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/vendormessage.h"

#include "core/model/boundedjson.h"
#include "core/net/redaction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDetail = 500;

QString word(const QJsonValue &value)
{
    return value.isString() ? value.toString() : QString();
}

/// Vendors write codes as words or numbers; a number that only repeats the status says nothing.
QString codeIn(const QJsonValue &value)
{
    constexpr qint64 greatestStatus = 999;
    const qint64 number = value.toInteger();
    return number > greatestStatus ? QString::number(number) : word(value);
}

/// FastAPI's list of complaints: the last step of "loc" is the field.
VendorMessage fromComplaints(const QJsonArray &complaints)
{
    VendorMessage result;
    QStringList texts;
    for (const QJsonValue &entry : complaints) {
        const QJsonArray place = entry["loc"_L1].toArray();
        const QString field = place.isEmpty() ? QString() : place.last().toString();
        const QString text = entry.isString() ? entry.toString() : word(entry["msg"_L1]) + word(entry["message"_L1]);
        texts.append(field.isEmpty() ? text : QString(field + ": "_L1 + text));
        if (result.param.isEmpty()) {
            result.param = field;
            result.type = word(entry["type"_L1]);
        }
    }
    result.text = texts.join("; "_L1);
    return result;
}

VendorMessage fromObject(const QJsonObject &object)
{
    for (const QLatin1StringView inside : {"error"_L1, "detail"_L1}) {
        if (object.value(inside).isObject()) {
            return fromObject(object.value(inside).toObject());
        }
    }
    for (const QLatin1StringView list : {"detail"_L1, "errors"_L1}) {
        if (object.value(list).isArray()) {
            return fromComplaints(object.value(list).toArray());
        }
    }
    VendorMessage result;
    for (const QLatin1StringView key : {"message"_L1, "detail"_L1, "error"_L1, "title"_L1, "error_description"_L1}) {
        if (result.text.isEmpty()) {
            result.text = word(object.value(key));
        }
    }
    result.type = word(object.value("type"_L1));
    result.code = codeIn(object.value("code"_L1));
    if (result.code.isEmpty()) {
        result.code = word(object.value("status"_L1));
    }
    result.param = word(object.value("param"_L1));
    return result;
}

QString fromText(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(4096)).trimmed();
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"')) { // a JSON text without anything around it
        return text.mid(1, text.size() - 2);
    }
    if (!text.startsWith(u'<')) {
        return text;
    }
    static const QRegularExpression title(u"<title>([^<]*)"_s, QRegularExpression::CaseInsensitiveOption);
    return title.match(text).captured(1).trimmed();
}

} // namespace

VendorMessage VendorMessage::read(const QByteArray &body, const QByteArray &key)
{
    const Result<QJsonDocument> document = readJson(body, jsonlimits::answer);
    VendorMessage result;
    if (document && document->isObject()) {
        result = fromObject(document->object());
    } else if (document) {
        result = fromObject(document->array().at(0).toObject());
    } else {
        result.text = fromText(body);
    }
    result.text = redactedDetail(result.text, key);
    return result;
}

QString redactedDetail(QString text, const QByteArray &key)
{
    if (key.size() >= 4) {
        text.replace(QString::fromUtf8(key), u"…"_s);
    }
    static const QRegularExpression keys(u"\\b(?:%1|Bearer |Key )[A-Za-z0-9_\\-*.:]{6,}"_s.arg(keyBeginnings()));
    text.replace(keys, u"…"_s);
    if (text.size() > longestDetail) {
        text = text.left(longestDetail - 1) + u'…';
    }
    return text;
}

} // namespace lightwell

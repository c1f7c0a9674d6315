// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/liftedjson.h"

#include "core/model/jsonfault.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::Json)
};

} // namespace

LiftedJson::LiftedJson(const QByteArray &text, const JsonLimits &limits)
    : m_text(text)
{
    Result<ShortenedJson> shortened = shortenJson(text, limits);
    if (!shortened) {
        m_fault = shortened.error();
        return;
    }
    m_spans = shortened->spans;
    const Result<QJsonDocument> document = readJson(shortened->text, limits);
    if (!document) {
        m_fault = document.error();
        return;
    }
    const QJsonValue first = document->isArray() ? document->array().at(0) : QJsonValue(document->object());
    m_isList = document->isArray();
    m_root = document->isArray() ? QJsonValue(document->array()) : first;
    m_object = first.toObject();
    if (!first.isObject()) {
        m_fault = jsonfault::syntax(text, 0, Text::tr("an object is expected"));
    }
}

std::optional<qsizetype> LiftedJson::spanOf(const QJsonValue &value) const
{
    const std::optional<qsizetype> number = value.isString() ? longStringNumber(value.toString()) : std::nullopt;
    return number && *number < m_spans.size() ? number : std::nullopt;
}

bool LiftedJson::isLifted(const QJsonValue &value) const
{
    return spanOf(value).has_value();
}

QByteArray LiftedJson::raw(qsizetype span) const
{
    const ShortenedJson::Span &at = m_spans.at(span);
    return QByteArray::fromRawData(m_text.constData() + at.begin, at.length);
}

QByteArray LiftedJson::text(const QJsonValue &value) const
{
    const std::optional<qsizetype> span = spanOf(value);
    if (!span) {
        return value.toString().toUtf8();
    }
    QByteArray text = raw(*span);
    if (!text.contains('\\')) {
        return text;
    }
    JsonLimits limits;
    limits.bytes = text.size() + 4;
    const Result<QJsonDocument> unescaped = readJson("[\"" + text + "\"]", limits);
    return unescaped ? unescaped->array().at(0).toString().toUtf8() : QByteArray();
}

std::optional<QJsonValue> LiftedJson::restored(const QJsonValue &value, qsizetype &left) const
{
    const QJsonValue result = restore(value, left);
    return left >= 0 ? std::optional(result) : std::nullopt;
}

QJsonValue LiftedJson::restore(const QJsonValue &value, qsizetype &left) const
{
    constexpr qsizetype aNumber = 8; // bytes, about
    if (left < 0) {
        return {};
    }
    if (const std::optional<qsizetype> span = spanOf(value)) {
        left -= m_spans.at(*span).length;
        return left < 0 ? QJsonValue() : QJsonValue(QString::fromUtf8(text(value)));
    }
    left -= value.isString() ? value.toString().size() + 2 : aNumber;
    if (value.isArray()) {
        QJsonArray list;
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            list.append(restore(entry, left));
        }
        return list;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto field = object.begin(); field != object.end() && left >= 0; ++field) {
            left -= field.key().size() + 3;
            field.value() = restore(field.value(), left);
        }
        return object;
    }
    return value;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fieldreader.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

using Kind = FieldFault::Kind;
using Expected = FieldFault::Expected;

namespace {

QString shownNumber(double value)
{
    return QString::number(value, 'g', 12);
}

} // namespace

bool isRemark(const QString &key)
{
    return key == "comment"_L1 || key.startsWith(u'_') || key.startsWith(u'$') || key.startsWith("//"_L1);
}

QJsonValue FieldReader::take(QLatin1StringView key)
{
    m_asked.append(key);
    const QJsonValue value = m_object.value(key);
    return value.isNull() ? QJsonValue(QJsonValue::Undefined) : value;
}

void FieldReader::add(const FieldFault &fault)
{
    if (m_faults) {
        m_faults->append(fault);
    }
}

void FieldReader::unusable(QLatin1StringView key, Expected expected, const QJsonValue &value)
{
    if (!value.isUndefined()) {
        unusable(m_path.field(key), expected, value.toString());
    }
}

void FieldReader::unusable(const JsonPath &path, Expected expected, const QString &value)
{
    add({path, Kind::Unusable, expected, value, {}, 0, 0});
}

void FieldReader::missing(QLatin1StringView key, Expected expected)
{
    add({m_path.field(key), Kind::Missing, expected, {}, {}, 0, 0});
}

void FieldReader::unknownWord(QLatin1StringView key, const QString &said, const QStringList &known)
{
    add({m_path.field(key), Kind::UnknownWord, {}, said, known, 0, 0});
}

void FieldReader::misplaced(QLatin1StringView key)
{
    add({m_path.field(key), Kind::Misplaced, {}, {}, {}, 0, 0});
}

bool FieldReader::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

QString FieldReader::text(QLatin1StringView key, const QString &usual)
{
    const QJsonValue value = take(key);
    if (!value.isString()) {
        unusable(key, Expected::Text, value);
    }
    return value.toString(usual);
}

bool FieldReader::flag(QLatin1StringView key, bool usual)
{
    const QJsonValue value = take(key);
    if (!value.isBool()) {
        unusable(key, Expected::TrueOrFalse, value);
    }
    return value.toBool(usual);
}

double FieldReader::number(QLatin1StringView key, double usual, double least, double most)
{
    const QJsonValue value = take(key);
    if (!value.isDouble()) {
        unusable(key, Expected::Number, value);
        return usual;
    }
    const double number = value.toDouble();
    if (!(number >= least && number <= most)) {
        add({m_path.field(key), Kind::OutOfRange, Expected::Number, shownNumber(number), {}, least, most});
        return usual;
    }
    return number;
}

qint64 FieldReader::whole(QLatin1StringView key, qint64 usual, qint64 least, qint64 most)
{
    const QJsonValue value = take(key);
    const double number = value.toDouble();
    if (!value.isDouble() || std::floor(number) != number) {
        unusable(key, Expected::WholeNumber, value);
        return usual;
    }
    if (!(number >= static_cast<double>(least) && number <= static_cast<double>(most))) {
        add({m_path.field(key),
             Kind::OutOfRange,
             Expected::WholeNumber,
             shownNumber(number),
             {},
             static_cast<double>(least),
             static_cast<double>(most)});
        return usual;
    }
    return value.toInteger(usual);
}

QStringList FieldReader::texts(QLatin1StringView key)
{
    QStringList result;
    const QJsonArray entries = list(key);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (!entries.at(i).isString()) {
            unusable(m_path.field(key).entry(i), Expected::Text, {});
        }
        result.append(entries.at(i).toString());
    }
    return result;
}

QStringList FieldReader::words(QLatin1StringView key, const QStringList &known)
{
    QStringList said = texts(key);
    for (qsizetype i = 0; i < said.size(); ++i) {
        if (!said.at(i).isEmpty() && !known.contains(said.at(i))) {
            add({m_path.field(key).entry(i), Kind::UnknownWord, {}, said.at(i), known, 0, 0});
        }
    }
    return said;
}

QJsonArray FieldReader::list(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    if (!value.isArray()) {
        unusable(key, Expected::List, value);
    }
    return value.toArray();
}

QJsonObject FieldReader::object(QLatin1StringView key)
{
    const QJsonValue value = take(key);
    if (!value.isObject()) {
        unusable(key, Expected::Object, value);
    }
    return value.toObject();
}

QMap<QString, QString> FieldReader::table(QLatin1StringView key)
{
    QMap<QString, QString> result;
    const QJsonObject entries = object(key);
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.value().isString()) {
            result.insert(entry.key(), entry.value().toString());
        } else if (!entry.value().isNull()) {
            unusable(m_path.field(key).field(entry.key()), Expected::Text, {});
        }
    }
    return result;
}

FieldReader FieldReader::inner(QLatin1StringView key)
{
    return FieldReader(object(key), m_faults, m_path.field(key));
}

FieldReader FieldReader::entry(QLatin1StringView key, qsizetype index)
{
    const QJsonValue value = m_object.value(key).toArray().at(index);
    if (!value.isObject()) {
        unusable(m_path.field(key).entry(index), Expected::Object, {});
    }
    return FieldReader(value.toObject(), m_faults, m_path.field(key).entry(index));
}

void FieldReader::refuseUnknown()
{
    if (!m_faults) {
        return;
    }
    QStringList known; // of all, shared
    for (const QLatin1StringView asked : m_asked) {
        known.append(asked);
    }
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        const QString key = field.key();
        const auto same = [&key](QLatin1StringView asked) { return key == asked; };
        if (std::none_of(m_asked.begin(), m_asked.end(), same) && !isRemark(key)) {
            add({m_path.field(key), Kind::Unknown, {}, {}, known, 0, 0});
        }
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/fieldreader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

} // namespace

FieldReader::FieldReader(QJsonObject body)
    : m_rest(std::move(body))
{
    for (auto field = m_rest.begin(); field != m_rest.end();)
        field = field.value().isNull() ? m_rest.erase(field) : std::next(field);
}

QJsonValue FieldReader::take(const QString &name)
{
    return m_rest.take(name);
}

QString FieldReader::text(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isString())
        fail(name, Text::tr("%1 must be text.").arg(name));
    return value.toString();
}

bool FieldReader::boolean(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool())
        fail(name, Text::tr("%1 must be true or false.").arg(name));
    return value.toBool();
}

std::optional<qint64> FieldReader::integer(const QString &name, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const qint64 number = value.toInteger(0);
    const bool whole = value.isDouble() && value.toInteger(1) == number; // else it is the default of each
    if (!whole || number < least || number > most) {
        fail(name, Text::tr("%1 must be a whole number from %2 to %3.").arg(name).arg(least).arg(most));
        return std::nullopt;
    }
    return number;
}

QStringList FieldReader::textOrList(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return {};
    if (value.isString())
        return {value.toString()};
    QStringList list;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue &entry : entries)
        list.append(entry.toString());
    if (!value.isArray())
        fail(name, Text::tr("%1 must be text or a list of texts.").arg(name));
    return list;
}

void FieldReader::fail(const QString &name, const QString &message)
{
    if (!m_error)
        m_error = notSent(ErrorKind::Invalid, message, name);
}

} // namespace lightwell

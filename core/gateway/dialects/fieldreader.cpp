// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/fieldreader.h"

#include "core/model/displaytext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

} // namespace

FieldReader::FieldReader(LiftedJson body)
    : m_body(std::move(body))
    , m_rest(m_body.object())
{
    for (auto field = m_rest.begin(); field != m_rest.end();) {
        field = field.value().isNull() ? m_rest.erase(field) : std::next(field);
    }
}

QJsonValue FieldReader::take(const QString &name)
{
    return m_rest.take(name);
}

QString FieldReader::text(const QString &name, qsizetype longest)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isString()) {
        fail(name, Text::tr("%1 must be text.").arg(name));
    }
    QString text = m_body.isLifted(value) ? QString::fromUtf8(m_body.text(value)) : value.toString();
    if (text.size() <= longest) {
        return text;
    }
    fail(name, Text::tr("%1 may have at most %2 characters.").arg(name).arg(longest));
    return text.left(longest);
}

bool FieldReader::boolean(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool()) {
        fail(name, Text::tr("%1 must be true or false.").arg(name));
    }
    return value.toBool();
}

std::optional<qint64> FieldReader::integer(const QString &name, qint64 least, qint64 most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    const qint64 number = value.toInteger(0);
    const bool whole = value.isDouble() && value.toInteger(1) == number; // else it is the default of each
    if (!whole || number < least || number > most) {
        fail(name, Text::tr("%1 must be a whole number from %2 to %3.").arg(name).arg(least).arg(most));
        return std::nullopt;
    }
    return number;
}

QJsonValue FieldReader::value(const QString &name)
{
    const QJsonValue value = take(name);
    qsizetype left = requestlimits::extraBytes;
    return value.isUndefined() ? value : m_body.restored(value, left).value_or(QJsonValue());
}

QByteArray FieldReader::bytes(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isString()) {
        fail(name, Text::tr("%1 must be text.").arg(name));
    }
    return m_body.text(value);
}

QList<QByteArray> FieldReader::bytesOrList(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return {};
    }
    if (value.isString()) {
        return {m_body.text(value)};
    }
    QList<QByteArray> list;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        list.append(m_body.text(entry));
    }
    if (!value.isArray()) {
        fail(name, Text::tr("%1 must be text or a list of texts.").arg(name));
    }
    return list;
}

QList<QByteArray> FieldReader::linksIn(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return {};
    }
    const auto linkOf = [this](const QJsonValue &entry) {
        const QJsonValue link = entry.isObject() ? entry["image_url"_L1] : entry;
        const QByteArray text = m_body.text(link.isObject() ? link["url"_L1] : link);
        return text.isEmpty() && !entry.isString() ? "?"_ba : text; // meant as a picture, so never passed over
    };
    if (!value.isArray()) {
        return {linkOf(value)};
    }
    QList<QByteArray> links;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        links.append(linkOf(entry));
    }
    return links;
}

QJsonObject FieldReader::rest()
{
    if (m_rest.size() > requestlimits::extraFields) {
        fail({}, Text::tr("There are more than %1 fields that are not known here.").arg(requestlimits::extraFields));
    }
    QJsonObject result;
    qsizetype left = requestlimits::extraBytes;
    for (auto field = m_rest.constBegin(); field != m_rest.constEnd() && !m_error; ++field) {
        if (!isDisplayable(field.key())) {
            fail({}, Text::tr("A field's name holds characters that cannot be seen. Take them out."));
            break;
        }
        left -= field.key().size();
        const std::optional<QJsonValue> value = m_body.restored(field.value(), left);
        if (!value) {
            fail(field.key(),
                 Text::tr("Fields that are not known here may have %1 KiB in all. Pictures belong into image and mask.")
                     .arg(requestlimits::extraBytes / 1024));
            break;
        }
        result.insert(field.key(), *value);
    }
    return result;
}

void FieldReader::fail(const QString &name, const QString &message)
{
    if (!m_error) {
        m_error = notSent(ErrorKind::Invalid, message, name);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/bodyfields.h"

#include "core/model/dataurl.h"
#include "core/model/displaytext.h"
#include "core/model/imageformat.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// Half of a surrogate pair, which no UTF-8 has: it would reach the vendor as another character.
bool holdsHalfCharacter(const QJsonValue &value)
{
    if (value.isString()) {
        return !value.toString().isValidUtf16();
    }
    const QJsonArray entries = value.toArray();
    const QJsonObject fields = value.toObject();
    return std::any_of(entries.begin(), entries.end(), holdsHalfCharacter)
        || std::any_of(fields.begin(), fields.end(), holdsHalfCharacter);
}

} // namespace

BodyFields::BodyFields(LiftedJson body)
    : BodyFields(body, body.object())
{
}

BodyFields::BodyFields(LiftedJson body, QJsonObject fields)
    : m_body(std::move(body))
    , m_rest(std::move(fields))
{
    for (auto field = m_rest.begin(); field != m_rest.end();) {
        if (holdsHalfCharacter(field.value())) {
            fail(field.key(),
                 Text::tr("%1 holds half a character (a lone surrogate). Send whole ones.").arg(field.key().left(64)));
        }
        field = field.value().isNull() ? m_rest.erase(field) : std::next(field);
    }
}

QJsonValue BodyFields::take(const QString &name)
{
    return m_rest.take(name);
}

QString BodyFields::text(const QString &name, qsizetype longest)
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

bool BodyFields::boolean(const QString &name)
{
    const QJsonValue value = take(name);
    if (!value.isUndefined() && !value.isBool()) {
        fail(name, Text::tr("%1 must be true or false.").arg(name));
    }
    return value.toBool();
}

std::optional<qint64> BodyFields::integer(const QString &name, qint64 least, qint64 most)
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

QJsonValue BodyFields::value(const QString &name)
{
    const QJsonValue value = take(name);
    qsizetype left = requestlimits::extraBytes;
    return value.isUndefined() ? value : m_body.restored(value, left).value_or(QJsonValue());
}

QByteArray BodyFields::linkOf(const QJsonValue &entry) const
{
    static constexpr std::array names {"image_url"_L1, "url"_L1,   "b64_json"_L1, "base64"_L1,
                                       "data"_L1,      "image"_L1, "uri"_L1,      "content"_L1};
    QJsonValue link = entry;
    for (int depth = 0; link.isObject() && depth < 3; ++depth) {
        const QJsonObject object = link.toObject();
        const auto *name =
            std::find_if(names.begin(), names.end(), [&object](auto one) { return object.contains(one); });
        link = name == names.end() ? QJsonValue() : object.value(*name);
    }
    return link.isString() ? m_body.text(link) : "?"_ba;
}

QList<QByteArray> BodyFields::linksIn(const QString &name)
{
    const QJsonValue value = take(name);
    if (value.isUndefined()) {
        return {};
    }
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

bool BodyFields::holdsPicture(const QJsonValue &value) const
{
    if (value.isString()) {
        const QByteArray text = m_body.text(value);
        constexpr qsizetype signature = 64; // characters of base64, enough to tell a picture
        const std::optional<QByteArray> begin =
            text.size() < signature ? std::nullopt : decodeLooseBase64(QByteArrayView(text).first(signature));
        return isDataUrl(text) || (begin && sniffFormat(*begin));
    }
    const QJsonArray entries = value.toArray();
    const QJsonObject fields = value.toObject();
    const auto holds = [this](const QJsonValue &entry) { return holdsPicture(entry); };
    return std::any_of(entries.begin(), entries.end(), holds) || std::any_of(fields.begin(), fields.end(), holds);
}

QJsonObject BodyFields::rest()
{
    if (m_rest.size() > requestlimits::extraFields) {
        fail({}, Text::tr("There are more than %1 fields that are not known here.").arg(requestlimits::extraFields));
    }
    QJsonObject result;
    qsizetype left = requestlimits::extraBytes;
    for (auto field = m_rest.constBegin(); field != m_rest.constEnd() && !m_error; ++field) {
        if (field.key().isEmpty()) {
            fail({}, Text::tr("A field has no name. Give it one, or take it out."));
            break;
        }
        if (!isDisplayable(field.key())) {
            fail({}, Text::tr("A field's name holds characters that cannot be seen. Take them out."));
            break;
        }
        if (holdsPicture(field.value())) {
            fail(field.key(),
                 Text::tr("%1 holds a picture, and there is no use for one under this name. Pictures belong into image "
                          "and mask.")
                     .arg(field.key().left(64)));
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

void BodyFields::fail(const QString &name, const QString &message)
{
    if (!m_error) {
        m_error = notSent(ErrorKind::Invalid, message, name);
    }
}

} // namespace lightwell

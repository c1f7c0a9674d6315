// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/reason.h"

#include "core/model/displaytext.h"
#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names kindNames({
    std::pair {ReasonValue::Kind::Size, "size"},
    {ReasonValue::Kind::Money, "money"},
    {ReasonValue::Kind::Model, "model"},
    {ReasonValue::Kind::Provider, "provider"},
    {ReasonValue::Kind::Field, "field"},
    {ReasonValue::Kind::Format, "format"},
    {ReasonValue::Kind::Fit, "fit"},
    {ReasonValue::Kind::List, "list"},
    {ReasonValue::Kind::Reasons, "reasons"},
    {ReasonValue::Kind::Models, "models"},
    {ReasonValue::Kind::Providers, "providers"},
    {ReasonValue::Kind::Bytes, "bytes"},
});

QJsonArray arrayOf(const QList<Reason> &reasons)
{
    QJsonArray array;
    for (const Reason &reason : reasons) {
        array.append(reason.toJson());
    }
    return array;
}

QJsonValue shortenedValue(const ReasonValue &value, qsizetype longest)
{
    if (value.value.isString()) {
        return shortened(value.value.toString(), longest);
    }
    if (!value.value.isArray()) {
        return value.value;
    }
    QJsonArray result;
    const QJsonArray entries = value.value.toArray();
    for (const QJsonValue entry : entries) {
        if (value.kind == ReasonValue::Kind::Reasons) {
            result.append(Reason::fromJson(entry).shortened(longest).toJson());
        } else {
            result.append(entry.isString() ? QJsonValue(shortened(entry.toString(), longest)) : entry);
        }
    }
    return result;
}

} // namespace

ReasonValue::ReasonValue(const QString &text)
    : value(text)
{
}

ReasonValue::ReasonValue(qint64 number)
    : kind(Kind::Number)
    , value(number)
{
}

ReasonValue::ReasonValue(QSize size)
    : kind(Kind::Size)
    , value(QJsonArray {size.width(), size.height()})
{
}

ReasonValue::ReasonValue(Money amount)
    : kind(Kind::Money)
    , value(amount.toJson())
{
}

ReasonValue::ReasonValue(ImageFormat format)
    : kind(Kind::Format)
    , value(formatName(format))
{
}

ReasonValue::ReasonValue(const reasons::ModelId &model)
    : kind(Kind::Model)
    , value(model.id)
{
}

ReasonValue::ReasonValue(const reasons::ProviderId &provider)
    : kind(Kind::Provider)
    , value(provider.id)
{
}

ReasonValue::ReasonValue(const reasons::ModelIds &models)
    : kind(Kind::Models)
    , value(QJsonArray::fromStringList(models.ids))
{
}

ReasonValue::ReasonValue(const reasons::ProviderIds &providers)
    : kind(Kind::Providers)
    , value(QJsonArray::fromStringList(providers.ids))
{
}

ReasonValue::ReasonValue(const reasons::Bytes &amount)
    : kind(Kind::Bytes)
    , value(amount.count)
{
}

ReasonValue::ReasonValue(const reasons::FieldName &field)
    : kind(Kind::Field)
    , value(field.name)
{
}

ReasonValue::ReasonValue(const reasons::FitName &fit)
    : kind(Kind::Fit)
    , value(fit.name)
{
}

ReasonValue::ReasonValue(const QStringList &words)
    : kind(Kind::List)
    , value(QJsonArray::fromStringList(words))
{
}

ReasonValue::ReasonValue(const Reason &reason)
    : kind(Kind::Reasons)
    , value(arrayOf({reason}))
{
}

ReasonValue::ReasonValue(const QList<Reason> &sentences)
    : kind(Kind::Reasons)
    , value(arrayOf(sentences))
{
}

QJsonValue ReasonValue::toJson() const
{
    if (kind == Kind::Text || kind == Kind::Number) {
        return value;
    }
    return QJsonObject {{kindNames.name(kind), value}};
}

ReasonValue ReasonValue::fromJson(const QJsonValue &json)
{
    ReasonValue result;
    result.kind = json.isDouble() ? Kind::Number : Kind::Text;
    result.value = json; // also of a kind that a later version invented: it is kept as it stands
    const QJsonObject object = json.toObject();
    if (object.size() == 1) {
        if (const std::optional<Kind> kind = kindNames.value(object.begin().key())) {
            result.kind = *kind;
            result.value = object.begin().value();
        }
    }
    return result;
}

Reason Reason::text(const QString &sentence)
{
    return sentence.isEmpty() ? Reason() : reasons::text(sentence);
}

Reason Reason::both(const Reason &first, const Reason &second)
{
    if (first.isEmpty() || second.isEmpty()) {
        return first.isEmpty() ? second : first;
    }
    return reasons::sentences({first, second});
}

Reason Reason::shortened(qsizetype longest) const
{
    Reason result = *this;
    for (ReasonValue &value : result.values) {
        value.value = shortenedValue(value, longest);
    }
    return result;
}

QJsonValue Reason::toJson() const
{
    if (isEmpty()) {
        return {};
    }
    if (code == QLatin1StringView(reasons::text.code) && values.size() == 1 && values.first().value.isString()
        && values.first().kind == ReasonValue::Kind::Text) {
        return values.first().value;
    }
    QJsonObject object {{"code"_L1, code}};
    QJsonArray list;
    for (const ReasonValue &value : values) {
        list.append(value.toJson());
    }
    if (!list.isEmpty()) {
        object.insert("values"_L1, list);
    }
    return object;
}

Reason Reason::fromJson(const QJsonValue &json)
{
    if (!json.isObject()) {
        return text(json.toString());
    }
    const QJsonObject object = json.toObject();
    Reason reason {object.value("code"_L1).toString(), {}};
    const QJsonArray list = object.value("values"_L1).toArray();
    for (const QJsonValue value : list) {
        reason.values.append(ReasonValue::fromJson(value));
    }
    return reason;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/vendorinputs.h"

#include "tests/standins/vendortables.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

const QString noPrompt = QStringLiteral("-prompt");

/// "name", "name!" (required), "name=word|other~word", "name=1..4".
VendorInput readField(const QString &text)
{
    VendorInput input;
    input.name = text.section(u'=', 0, 0);
    input.required = input.name.endsWith(u'!');
    input.name.remove(u'!');
    const QString values = text.section(u'=', 1).replace(u'~', u' ');
    if (values.contains(".."_L1)) {
        input.least = values.section(".."_L1, 0, 0).toDouble();
        input.most = values.section(".."_L1, 1).toDouble();
    } else {
        input.words = values.split(u'|', Qt::SkipEmptyParts);
    }
    return input;
}

std::optional<VendorInputs::Wrong> wrongValue(const VendorInput &input, const QJsonValue &value)
{
    using Kind = VendorInputs::Wrong::Kind;
    if (!input.words.isEmpty() && !value.isObject()) {
        return input.words.contains(value.toString())
            ? std::nullopt
            : std::optional(VendorInputs::Wrong {input.name, Kind::Word, input.words.join(u", "_s)});
    }
    if (!input.least || !value.isDouble()) {
        return std::nullopt;
    }
    const QString legal = QString::number(*input.least) + u" to "_s + QString::number(*input.most);
    const double number = value.toDouble();
    if (number >= *input.least && number <= *input.most) {
        return std::nullopt;
    }
    return VendorInputs::Wrong {input.name, number < *input.least ? Kind::TooSmall : Kind::TooLarge, legal};
}

} // namespace

std::optional<VendorInputs> VendorInputs::find(const QString &provider, const QString &endpoint)
{
    for (const VendorTableRow &row : vendorTable(provider)) {
        if (!QString::fromLatin1(row.endpoints).split(u' ').contains(endpoint)) {
            continue;
        }
        VendorInputs inputs;
        const QStringList fields = QString::fromLatin1(row.fields).split(u' ', Qt::SkipEmptyParts);
        for (const QString &field : fields) {
            if (field != noPrompt) {
                inputs.m_fields.append(readField(field));
            }
        }
        if (!fields.contains(noPrompt) && !inputs.has(u"prompt"_s)) {
            inputs.m_fields.append({u"prompt"_s, true, {}, {}, {}});
        }
        return inputs;
    }
    return std::nullopt;
}

VendorInput VendorInputs::field(const QString &name) const
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&name](const VendorInput &input) { return input.name == name; });
    return found == m_fields.end() ? VendorInput() : *found;
}

bool VendorInputs::has(const QString &name) const
{
    return !field(name).name.isEmpty();
}

QList<VendorInputs::Wrong> VendorInputs::wrongIn(const QJsonObject &body) const
{
    QList<Wrong> wrong;
    for (const VendorInput &input : m_fields) {
        const QJsonValue value = body.value(input.name);
        if (input.required && (value.isUndefined() || (input.name == "prompt"_L1 && !value.isString()))) {
            wrong.append({input.name, Wrong::Kind::Missing, {}});
        } else if (!value.isUndefined()) {
            if (const std::optional<Wrong> fault = wrongValue(input, value)) {
                wrong.append(*fault);
            }
        }
    }
    const QStringList given = body.keys();
    for (const QString &name : given) {
        if (!has(name)) {
            wrong.append({name, Wrong::Kind::Unknown, {}});
        }
    }
    return wrong;
}

QJsonObject VendorInputs::flat(const QJsonObject &body)
{
    QJsonObject fields;
    for (auto field = body.begin(); field != body.end(); ++field) {
        if (!field.value().isObject()) {
            fields.insert(field.key(), field.value());
            continue;
        }
        const QJsonObject inner = flat(field.value().toObject());
        for (auto part = inner.begin(); part != inner.end(); ++part) {
            fields.insert(QString(field.key() + u'.' + part.key()), part.value());
        }
    }
    return fields;
}

std::pair<QString, QString> VendorInputs::told(const Wrong &wrong, const QString &wordType)
{
    switch (wrong.kind) {
    case Wrong::Kind::Missing:
        return {u"missing"_s, u"Field required"_s};
    case Wrong::Kind::Unknown:
        return {u"extra_forbidden"_s, u"Extra inputs are not permitted"_s};
    case Wrong::Kind::Word:
        return {wordType, QString(u"Input should be one of "_s + wrong.legal)};
    case Wrong::Kind::TooSmall:
    case Wrong::Kind::TooLarge:
        break;
    }
    const bool small = wrong.kind == Wrong::Kind::TooSmall;
    return {small ? u"greater_than_equal"_s : u"less_than_equal"_s, QString(u"Input should be from "_s + wrong.legal)};
}

} // namespace lightwell::test

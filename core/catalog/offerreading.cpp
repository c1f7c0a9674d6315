// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/offerreading.h"

#include "core/catalog/catalogcheck.h"
#include "core/model/similarnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Whether `unknown` is `missing`, misspelt.
bool explains(const FieldFault &unknown, const FieldFault &missing)
{
    QList<JsonPath::Step> around = unknown.path.steps();
    const QString name = around.takeLast().name;
    QList<JsonPath::Step> same = missing.path.steps();
    const QString meant = same.takeLast().name;
    return around == same && similarNames(name, unknown.known, 1) == QStringList {meant};
}

void leaveOutExplained(QList<FieldFault> &faults)
{
    constexpr qsizetype enough = 20; // whoever has more unknown fields has misspelt none
    QList<FieldFault> unknown;
    for (const FieldFault &fault : std::as_const(faults)) {
        if (fault.kind == FieldFault::Kind::Unknown && unknown.size() < enough) {
            unknown.append(fault);
        }
    }
    faults.removeIf([&unknown](const FieldFault &fault) {
        return fault.kind == FieldFault::Kind::Missing
            && std::any_of(unknown.cbegin(), unknown.cend(),
                           [&fault](const FieldFault &other) { return explains(other, fault); });
    });
}

void refuseUnknownParameters(QList<FieldFault> &faults, const QString &key, const QStringList &names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!knownFieldNames().contains(names.at(i))) {
            const JsonPath path = JsonPath().field(u"wire"_s).field(key).entry(i);
            faults.append({path, FieldFault::Kind::UnknownWord, {}, names.at(i), knownFieldNames(), 0, 0});
        }
    }
}

} // namespace

std::optional<SizeRule> readSizeTable(const QJsonValue &table, QList<FieldFault> &faults)
{
    if (!table.isObject()) {
        faults.append({{}, FieldFault::Kind::Unusable, FieldFault::Expected::Rule, table.toString(), {}, 0, 0});
        return std::nullopt;
    }
    FieldReader fields(table.toObject(), &faults);
    const std::optional<SizeRule> rule = readSizeRule(fields);
    return faults.isEmpty() ? rule : std::nullopt;
}

Offer readOfferFields(const QJsonObject &object, const SizeTables &sizeTables, QList<FieldFault> &faults)
{
    QJsonObject own = object;
    const QString table = own.value("sizes"_L1).toString();
    if (!table.isEmpty()) {
        own.insert("sizes"_L1, QJsonObject {{"kind"_L1, u"uncontrolled"_s}}); // until the table is looked up
    }
    FieldReader fields(own, &faults);
    Offer offer = Offer::read(fields);
    if (sizeTables.contains(table)) {
        offer.sizes = sizeTables.value(table);
    } else if (!table.isEmpty() && sizeTables.isEmpty()) {
        fields.unusable(JsonPath().field(u"sizes"_s), FieldFault::Expected::Rule, table);
    } else if (!table.isEmpty()) {
        fields.unknownWord("sizes"_L1, table, sizeTables.keys());
    }
    for (auto field = offer.fields.cbegin(); field != offer.fields.cend(); ++field) {
        if (!knownFieldNames().contains(field.key())) {
            const JsonPath path = JsonPath().field(u"fields"_s).field(field.key());
            faults.append({path, FieldFault::Kind::Unknown, {}, {}, knownFieldNames(), 0, 0});
        }
    }
    refuseUnknownParameters(faults, u"notWithPictures"_s, offer.wire.notWithPictures);
    refuseUnknownParameters(faults, u"notWithMask"_s, offer.wire.notWithMask);
    for (qsizetype i = 0; i < offer.wire.required.size(); ++i) {
        if (!offer.wire.ownFields.contains(offer.wire.required.at(i))) {
            const JsonPath path = JsonPath().field(u"wire"_s).field(u"required"_s).entry(i);
            faults.append(
                {path, FieldFault::Kind::UnknownWord, {}, offer.wire.required.at(i), offer.wire.ownFields, 0, 0});
        }
    }
    leaveOutExplained(faults);
    return offer;
}

PriceCorrection readCorrection(const QJsonObject &object, QList<FieldFault> &faults)
{
    FieldReader fields(object, &faults);
    PriceCorrection correction;
    correction.offer = fields.text("offer"_L1);
    if (correction.offer.isEmpty()) {
        fields.missing("offer"_L1, FieldFault::Expected::Text);
    }
    const qsizetype lines = fields.list("prices"_L1).size();
    if (!fields.has("prices"_L1)) {
        fields.missing("prices"_L1, FieldFault::Expected::List);
    }
    for (qsizetype i = 0; i < lines; ++i) {
        FieldReader line = fields.entry("prices"_L1, i);
        correction.prices.append(PriceLine::read(line));
    }
    correction.source = fields.text("price_source"_L1);
    correction.date = fields.text("price_date"_L1);
    fields.refuseUnknown();
    leaveOutExplained(faults);
    return correction;
}

Model readModelFields(const QJsonObject &object, QList<FieldFault> &faults)
{
    FieldReader fields(object, &faults);
    Model model = Model::read(fields);
    const JsonPath offers = JsonPath().field(u"offers"_s);
    if (const QJsonValue value = object.value("offers"_L1); !value.isUndefined() && !value.isArray()) {
        faults.append({offers, FieldFault::Kind::Unusable, FieldFault::Expected::List, value.toString(), {}, 0, 0});
    }
    leaveOutExplained(faults);
    return model;
}

QList<FieldFault> faultsOfDefaults(const QJsonObject &object, const SizeTables &sizeTables)
{
    QList<FieldFault> faults;
    static_cast<void>(readOfferFields(object, sizeTables, faults));
    faults.removeIf([](const FieldFault &fault) {
        return fault.kind == FieldFault::Kind::Missing && fault.path.steps().size() == 1;
    });
    return faults;
}

} // namespace lightwell

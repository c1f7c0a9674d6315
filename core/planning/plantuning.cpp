// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/json.h"
#include "core/planning/checkreasons.h"
#include "core/planning/draft.h"
#include "core/planning/planreasons.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

const QString moderation = u"moderation"_s;

/// "auto" stands for 2 on the scale that vendors count by (safety_tolerance), "low" for its loosest end.
constexpr int usualTolerance = 2;

/// The vendor's filter for a number on that scale: the number within its own scale, or the nearer of its two words.
QJsonValue filterFor(const Offer &offer, int tolerance)
{
    const QJsonObject table = offer.wire.values.value(moderation);
    const QJsonValue loosest = table.value("low"_L1);
    if (const std::optional<double> most = json::number(loosest)) {
        const NumberRange range = offer.wire.ranges.value(moderation, {0, *most});
        const int number = std::clamp(tolerance, static_cast<int>(range.least), static_cast<int>(range.most));
        return loosest.isString() ? QJsonValue(QString::number(number)) : QJsonValue(number);
    }
    // Where "low" is no filter at all, whoever names a number below the loosest wants one.
    const int low = loosest.isBool() ? tuninglimits::tolerance : (usualTolerance + tuninglimits::tolerance) / 2 + 1;
    const QString word = tolerance >= low ? u"low"_s : u"auto"_s;
    return table.isEmpty() ? QJsonValue(word) : table.value(word);
}

QJsonValue written(const QList<Lora> &loras)
{
    QJsonArray list;
    for (const Lora &lora : loras) {
        list.append(QJsonObject {{"path"_L1, lora.name}, {"scale"_L1, lora.weight}});
    }
    return list;
}

/// What goes out for a value; undefined if the vendor has nothing for it.
QJsonValue wireValue(const Offer &offer, const Tuning &tuning, const QString &name)
{
    const QJsonValue asked = tuning.value(name);
    if (name == "loras"_L1) {
        return written(tuning.loras);
    }
    if (const std::optional<double> tolerance = json::number(asked); tolerance && name == moderation) {
        return filterFor(offer, static_cast<int>(*tolerance));
    }
    const QJsonObject table = offer.wire.values.value(name);
    if (table.isEmpty()) {
        return asked;
    }
    const QString word = asked.isBool() ? (asked.toBool() ? u"true"_s : u"false"_s) : asked.toString();
    for (auto row = table.begin(); row != table.end(); ++row) {
        if (row.key().compare(word, Qt::CaseInsensitive) == 0) {
            return row.value();
        }
    }
    return asked.isDouble() ? asked : QJsonValue(QJsonValue::Undefined);
}

/// A number that is the same on both scales, or a list that says the same, is the wish itself.
bool isSame(const QJsonValue &asked, const QJsonValue &sent)
{
    return asked == sent || asked.isArray() || (json::number(asked) && json::number(asked) == json::number(sent));
}

QString shown(const QJsonValue &value)
{
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
}

void planOne(PlanDraft &draft, const QString &name, const QJsonValue &asked)
{
    const Offer &offer = draft.offer();
    const bool ofReferences = name == "strength"_L1 || name == "input_fidelity"_L1;
    if (!offer.supports(name)) {
        if (name == moderation && asked == "auto"_L1) {
            draft.satisfy(name, asked, reasons::filterAsUsual(offer.model));
        } else if (const std::optional<double> fixed = fixedFactor(draft); fixed && name == "scale_factor"_L1) {
            const Reason reason = reasons::factorIsFixed(offer.model, offer.provider, QString::number(*fixed));
            if (asked == *fixed) {
                draft.satisfy(name, asked, reason);
            } else {
                draft.drop(name, asked, reason);
            }
        } else {
            draft.drop(name, asked, reasons::noSetting(offer.model, offer.provider));
        }
        return;
    }
    if (ofReferences && draft.request().images.isEmpty()) {
        draft.drop(name, asked, reasons::noReferenceToKeep());
        return;
    }
    if (name == "scale_factor"_L1 && draft.request().operation != Operation::Upscale) {
        draft.drop(name, asked, reasons::nothingToScale());
        return;
    }
    const QJsonValue sent = wireValue(offer, draft.request().tuning, name);
    if (sent.isUndefined()) {
        draft.drop(
            name, asked,
            reasons::wordUnknown(offer.model, offer.provider, shown(asked), offer.wire.values.value(name).keys()));
        return;
    }
    draft.plan.tuning.insert(name, sent);
    if (isSame(asked, sent)) {
        draft.pass(name, asked);
    } else {
        draft.convert(name, asked, sent, reasons::settingWrittenAs(offer.provider, shown(sent)));
    }
}

} // namespace

std::optional<double> fixedFactor(const PlanDraft &draft)
{
    const QString name = u"scale_factor"_s;
    const Offer &offer = draft.offer();
    const auto range = offer.wire.ranges.constFind(name);
    const bool isFixed = !offer.supports(name) && range != offer.wire.ranges.cend() && range->least == range->most;
    return isFixed && draft.request().operation == Operation::Upscale ? std::optional(range->least) : std::nullopt;
}

Fault checkTuning(const PlanDraft &draft)
{
    const Offer &offer = draft.offer();
    for (const QString &name : Tuning::names()) {
        const QJsonValue asked = draft.request().tuning.value(name);
        const auto range = offer.wire.ranges.constFind(name);
        if (!asked.isDouble() || !offer.supports(name) || range == offer.wire.ranges.cend()) {
            continue;
        }
        if (asked.toDouble() < range->least || asked.toDouble() > range->most) {
            const QString least = QString::number(range->least);
            const QString most = QString::number(range->most);
            const QString number = QString::number(asked.toDouble());
            return notSent(ErrorKind::Invalid,
                           least == most
                               ? reasons::numberFixed(name, number, offer.model, offer.provider, most)
                               : reasons::numberNotTaken(name, number, offer.model, offer.provider, least, most),
                           name);
        }
    }
    return std::nullopt;
}

void planTuning(PlanDraft &draft)
{
    for (const QString &name : Tuning::names()) {
        if (const QJsonValue asked = draft.request().tuning.value(name); !asked.isUndefined()) {
            planOne(draft, name, asked);
        }
    }
}

} // namespace lightwell

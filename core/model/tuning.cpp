// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tuning.h"

#include "core/model/displaytext.h"
#include "core/model/json.h"
#include "core/model/requestlimits.h"

#include <QJsonArray>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> numberIn(const QJsonValue &value, double least, double most)
{
    const std::optional<double> number = json::number(value);
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

std::optional<int> wholeIn(const QJsonValue &value, int least, int most)
{
    const std::optional<double> number = numberIn(value, least, most);
    return number && std::floor(*number) == *number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

std::optional<bool> truth(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool();
    }
    const QString word = value.toString().toLower();
    if (word == "true"_L1 || word == "on"_L1) {
        return true;
    }
    return word == "false"_L1 || word == "off"_L1 ? std::optional(false) : std::nullopt;
}

std::optional<QString> wordOf(const QJsonValue &value, const QStringList &known)
{
    const QString word = value.toString().toLower();
    return known.contains(word) ? std::optional(word) : std::nullopt;
}

std::optional<QString> moderationOf(const QJsonValue &value)
{
    if (const std::optional<int> tolerance = wholeIn(value, 0, tuninglimits::tolerance)) {
        return QString::number(*tolerance);
    }
    return wordOf(value, {u"auto"_s, u"low"_s});
}

std::optional<QString> nameOf(const QJsonValue &value)
{
    const QString name = value.toString();
    const bool good = !name.isEmpty() && name.size() <= requestlimits::word && isDisplayable(name);
    return good ? std::optional(name) : std::nullopt;
}

std::optional<Lora> loraOf(const QJsonValue &value)
{
    const auto field = [&value](QLatin1StringView ours, QLatin1StringView vendors) {
        const QJsonValue own = value[ours];
        return own.isUndefined() ? value[vendors] : own;
    };
    const std::optional<QString> name = nameOf(value.isObject() ? field("name"_L1, "path"_L1) : value);
    const QJsonValue said = field("weight"_L1, "scale"_L1);
    const std::optional<double> weight =
        said.isUndefined() ? std::optional(1.0) : numberIn(said, -tuninglimits::loraWeight, tuninglimits::loraWeight);
    return name && weight ? std::optional(Lora {*name, *weight}) : std::nullopt;
}

std::optional<QList<Lora>> lorasOf(const QJsonValue &value)
{
    const QJsonArray entries = value.toArray();
    if (!value.isArray() || entries.size() > tuninglimits::loras) {
        return std::nullopt;
    }
    QList<Lora> loras;
    for (const QJsonValue &entry : entries) {
        const std::optional<Lora> lora = loraOf(entry);
        if (!lora) {
            return std::nullopt;
        }
        loras.append(*lora);
    }
    return loras;
}

template<typename Slot, typename T>
bool take(Slot &slot, const std::optional<T> &value)
{
    if (value) {
        slot = *value;
    }
    return value.has_value();
}

template<typename T>
QJsonValue valueOf(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue valueOf(const QString &word)
{
    return word.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(word);
}

QJsonValue valueOf(const QList<Lora> &loras)
{
    QJsonArray list;
    for (const Lora &lora : loras) {
        list.append(QJsonObject {{"name"_L1, lora.name}, {"weight"_L1, lora.weight}});
    }
    return list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list);
}

} // namespace

const QStringList &Tuning::names()
{
    static const QStringList names {u"steps"_s,      u"guidance"_s,       u"strength"_s,
                                    u"moderation"_s, u"input_fidelity"_s, u"prompt_enhancement"_s,
                                    u"scheduler"_s,  u"loras"_s,          u"scale_factor"_s};
    return names;
}

QJsonValue Tuning::value(const QString &name) const
{
    switch (names().indexOf(name)) {
    case 0:
        return valueOf(steps);
    case 1:
        return valueOf(guidance);
    case 2:
        return valueOf(strength);
    case 3:
        return valueOf(moderation);
    case 4:
        return valueOf(inputFidelity);
    case 5:
        return valueOf(promptEnhancement);
    case 6:
        return valueOf(scheduler);
    case 7:
        return valueOf(loras);
    case 8:
        return valueOf(scaleFactor);
    default:
        return QJsonValue::Undefined;
    }
}

bool Tuning::read(const QString &name, const QJsonValue &value)
{
    switch (names().indexOf(name)) {
    case 0:
        return take(steps, wholeIn(value, 1, tuninglimits::steps));
    case 1:
        return take(guidance, numberIn(value, 0, tuninglimits::guidance));
    case 2:
        return take(strength, numberIn(value, 0, tuninglimits::strength));
    case 3:
        return take(moderation, moderationOf(value));
    case 4:
        return take(inputFidelity, wordOf(value, {u"low"_s, u"high"_s}));
    case 5:
        return take(promptEnhancement, truth(value));
    case 6:
        return take(scheduler, nameOf(value));
    case 7:
        return take(loras, lorasOf(value));
    case 8:
        return take(scaleFactor, numberIn(value, 1, tuninglimits::scaleFactor));
    default:
        return false;
    }
}

QJsonObject Tuning::toJson() const
{
    QJsonObject object;
    for (const QString &name : names()) {
        if (const QJsonValue said = value(name); !said.isUndefined()) {
            object.insert(name, said);
        }
    }
    return object;
}

Tuning Tuning::fromJson(const QJsonObject &object)
{
    Tuning tuning;
    for (const QString &name : names()) {
        static_cast<void>(tuning.read(name, object.value(name)));
    }
    return tuning;
}

} // namespace lightwell

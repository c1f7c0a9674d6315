// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingrules.h"

#include "core/model/glob.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *orderNames[] = {"cheapest", "fastest", "most_reliable", "fixed", "local_first", "weights"};

template<typename T>
void takeUnlessSaid(std::optional<T> &value, const std::optional<T> &further)
{
    if (!value) {
        value = further;
    }
}

void putTexts(QJsonObject &object, QLatin1StringView key, const std::optional<QStringList> &texts)
{
    if (texts) {
        object.insert(key, QJsonArray::fromStringList(*texts));
    }
}

} // namespace

QString routingOrderName(RoutingOrder order)
{
    return QString::fromLatin1(orderNames[static_cast<int>(order)]);
}

QStringList routingOrderNames()
{
    QStringList names;
    for (const char *name : orderNames) {
        names.append(QString::fromLatin1(name));
    }
    return names;
}

RoutingRule RoutingRules::ruleFor(const QString &model) const
{
    RoutingRule joined;
    joined.models = model;
    for (const RoutingRule &rule : rules) {
        if (!matchesGlob(rule.models, model)) {
            continue;
        }
        if (!joined.order && rule.order) { // with what belongs to it
            joined.order = rule.order;
            joined.providers = rule.providers;
            joined.weights = rule.weights;
        }
        takeUnlessSaid(joined.maxPrice, rule.maxPrice);
        takeUnlessSaid(joined.maxTime, rule.maxTime);
        takeUnlessSaid(joined.allow, rule.allow);
        takeUnlessSaid(joined.ignore, rule.ignore);
        takeUnlessSaid(joined.marks, rule.marks);
        takeUnlessSaid(joined.withoutMarks, rule.withoutMarks);
        takeUnlessSaid(joined.fallbacks, rule.fallbacks);
        takeUnlessSaid(joined.fallbackAfterRefusal, rule.fallbackAfterRefusal);
    }
    return joined;
}

void RoutingRules::addUsualOrder(const QStringList &providers)
{
    if (!providers.isEmpty()) {
        RoutingRule usual;
        usual.models = u"*"_s;
        usual.order = RoutingOrder::Fixed;
        usual.providers = providers;
        rules.append(usual);
    }
}

QJsonObject RoutingRule::toJson() const
{
    QJsonObject object = remarks;
    object.insert("models"_L1, models);
    if (order) {
        object.insert("order"_L1, routingOrderName(*order));
    }
    if (!providers.isEmpty()) {
        object.insert("providers"_L1, QJsonArray::fromStringList(providers));
    }
    if (!weights.isEmpty()) {
        QJsonObject shares;
        for (auto share = weights.begin(); share != weights.end(); ++share) {
            shares.insert(share.key(), share.value());
        }
        object.insert("weights"_L1, shares);
    }
    if (maxPrice) {
        object.insert("max_price"_L1, maxPrice->toJsonDollars());
    }
    if (maxTime) {
        object.insert("max_seconds"_L1, static_cast<double>(maxTime->count()) / 1000);
    }
    putTexts(object, "allow"_L1, allow);
    putTexts(object, "ignore"_L1, ignore);
    putTexts(object, "marks"_L1, marks);
    putTexts(object, "without_marks"_L1, withoutMarks);
    putTexts(object, "fallbacks"_L1, fallbacks);
    if (fallbackAfterRefusal) {
        object.insert("fallback_after_refusal"_L1, *fallbackAfterRefusal);
    }
    return object;
}

QByteArray RoutingRules::toJson() const
{
    QJsonArray all;
    for (const RoutingRule &rule : rules) {
        all.append(rule.toJson());
    }
    QJsonObject document = remarks;
    document.insert("rules"_L1, all);
    if (!marks.isEmpty()) {
        QJsonObject object;
        for (auto entry = marks.begin(); entry != marks.end(); ++entry) {
            object.insert(entry.key(), QJsonArray::fromStringList(entry.value()));
        }
        document.insert("marks"_L1, object);
    }
    if (!maxAtOnce.isEmpty()) {
        QJsonObject object;
        for (auto entry = maxAtOnce.begin(); entry != maxAtOnce.end(); ++entry) {
            object.insert(entry.key(), entry.value());
        }
        document.insert("max_at_once"_L1, object);
    }
    return QJsonDocument(document).toJson();
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/faultplace.h"
#include "core/catalog/faultwords.h"
#include "core/model/boundedjson.h"
#include "core/model/fieldreader.h"
#include "core/routing/routingrules.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype enoughFaults = 10;
constexpr double maxDollars = 1'000'000;
constexpr double maxSeconds = 86'400;
constexpr double maxWeight = 1'000'000;
constexpr qint64 atOnceLimit = 1000;
/// A rule that stands there twice would be half ignored.
constexpr JsonLimits routingLimits {
    .bytes = RoutingRules::largestFile, .longStrings = 0, .values = 20'000, .keys = 10'000, .uniqueKeys = true};

QJsonObject remarksOf(const QJsonObject &object)
{
    QJsonObject remarks;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (isRemark(entry.key())) {
            remarks.insert(entry.key(), entry.value());
        }
    }
    return remarks;
}

class Reader
{
public:
    explicit Reader(const QStringList &providers)
        : m_providers(providers)
    {
        for (const QString &provider : providers) {
            m_keys.append(provider.toLatin1());
        }
    }

    RoutingRules read(const QJsonObject &document)
    {
        FieldReader fields(document, &faults);
        RoutingRules rules;
        rules.remarks = remarksOf(document);
        const QJsonArray all = fields.list("rules"_L1);
        for (qsizetype index = 0; index < all.size(); ++index) {
            FieldReader entry = fields.entry("rules"_L1, index);
            rules.rules.append(readRule(entry, all.at(index).toObject()));
        }
        FieldReader marks = fields.inner("marks"_L1);
        byProvider(marks, [&rules, &marks](const QString &provider, QLatin1StringView key) {
            rules.marks.insert(provider, marks.texts(key));
        });
        FieldReader atOnce = fields.inner("max_at_once"_L1);
        byProvider(atOnce, [&rules, &atOnce](const QString &provider, QLatin1StringView key) {
            rules.maxAtOnce.insert(provider, static_cast<int>(atOnce.whole(key, 1, 1, atOnceLimit)));
        });
        fields.refuseUnknown();
        return rules;
    }

    QList<FieldFault> faults;

private:
    /// Each field of an object whose names are providers; others are refused.
    template<typename Take>
    void byProvider(FieldReader &fields, Take take)
    {
        for (qsizetype index = 0; index < m_providers.size(); ++index) {
            const QLatin1StringView key(m_keys.at(index));
            fields.accept(key);
            if (fields.has(key)) {
                take(m_providers.at(index), key);
            }
        }
        fields.refuseUnknown();
    }

    std::optional<QStringList> readProviders(FieldReader &fields, QLatin1StringView key)
    {
        const bool isSaid = fields.has(key);
        const QStringList said = fields.words(key, m_providers);
        return isSaid ? std::optional(said) : std::nullopt;
    }
    static std::optional<QStringList> readTexts(FieldReader &fields, QLatin1StringView key)
    {
        const bool isSaid = fields.has(key);
        const QStringList said = fields.texts(key);
        return isSaid ? std::optional(said) : std::nullopt;
    }

    void readOrder(FieldReader &fields, RoutingRule &rule)
    {
        const QString order = fields.text("order"_L1);
        const QStringList names = routingOrderNames();
        const qsizetype place = names.indexOf(order);
        if (place >= 0) {
            rule.order = static_cast<RoutingOrder>(place);
        } else if (!order.isEmpty()) {
            fields.unknownWord("order"_L1, order, names);
        }
        rule.providers = fields.words("providers"_L1, m_providers);
        FieldReader weights = fields.inner("weights"_L1);
        byProvider(weights, [&rule, &weights](const QString &provider, QLatin1StringView key) {
            constexpr double least = 0.001;
            rule.weights.insert(provider, weights.number(key, 1, least, maxWeight));
        });
        if (place < 0 && !order.isEmpty()) {
            return; // what belongs to it nobody can say
        }
        const bool isFixed = rule.order == RoutingOrder::Fixed;
        const bool isWeighted = rule.order == RoutingOrder::Weights;
        if (isFixed && !fields.has("providers"_L1)) {
            fields.missing("providers"_L1, FieldFault::Expected::List);
        } else if (!isFixed && fields.has("providers"_L1)) {
            fields.misplaced("providers"_L1);
        }
        if (isWeighted && !fields.has("weights"_L1)) {
            fields.missing("weights"_L1, FieldFault::Expected::Object);
        } else if (!isWeighted && fields.has("weights"_L1)) {
            fields.misplaced("weights"_L1);
        }
    }

    RoutingRule readRule(FieldReader &fields, const QJsonObject &object)
    {
        constexpr double minSeconds = 0.1;
        constexpr double thousand = 1000;
        RoutingRule rule;
        rule.remarks = remarksOf(object);
        rule.models = fields.text("models"_L1).trimmed();
        if (rule.models.isEmpty()) {
            fields.missing("models"_L1, FieldFault::Expected::Text);
        }
        readOrder(fields, rule);
        const double price = fields.number("max_price"_L1, -1, 0, maxDollars);
        if (price >= 0) {
            rule.maxPrice = Money::fromDollars(price);
        }
        const double seconds = fields.number("max_seconds"_L1, -1, minSeconds, maxSeconds);
        if (seconds > 0) {
            rule.maxTime = std::chrono::milliseconds(qRound64(seconds * thousand));
        }
        rule.allow = readProviders(fields, "allow"_L1);
        rule.ignore = readProviders(fields, "ignore"_L1);
        rule.marks = readTexts(fields, "marks"_L1);
        rule.withoutMarks = readTexts(fields, "without_marks"_L1);
        rule.fallbacks = readTexts(fields, "fallbacks"_L1);
        const bool saysRefusal = fields.has("fallback_after_refusal"_L1);
        const bool afterRefusal = fields.flag("fallback_after_refusal"_L1);
        if (saysRefusal) {
            rule.fallbackAfterRefusal = afterRefusal;
        }
        fields.refuseUnknown();
        return rule;
    }

    const QStringList m_providers;
    QByteArrayList m_keys; ///< the same; a FieldReader keeps views
};

} // namespace

RoutingRules readRoutingRules(const QByteArray &text, const QStringList &providers)
{
    const Result<QJsonObject> document = readJsonObject(text, routingLimits);
    if (!document) {
        RoutingRules none;
        none.faults.append(document.error().why());
        return none;
    }
    Reader reader(providers);
    RoutingRules rules = reader.read(*document);
    for (const FieldFault &fault : reader.faults.first(std::min(enoughFaults, reader.faults.size()))) {
        const qsizetype line = nearestJsonPlace(text, fault.path).line;
        rules.faults.append(Reason::text(atLine(line, faultWords(fault, fault.path))));
    }
    return rules;
}

} // namespace lightwell

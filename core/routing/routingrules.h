// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace lightwell {

/// By what the offers of a model are put in order.
enum class RoutingOrder {
    Cheapest, ///< for the very request
    Fastest, ///< by what the user's own calls took
    MostReliable, ///< by how many of the user's own calls succeeded
    Fixed, ///< RoutingRule::providers, then all others by price
    LocalFirst, ///< engines on this machine, then all others by price
    Weights, ///< RoutingRule::weights share the calls; who has none comes behind, by price
};

/// What counts for the models whose name matches. What is not set, a rule further down may say.
struct RoutingRule
{
    QString models = {}; ///< a glob over model ids, of `*` and `?`: "flux*"
    std::optional<RoutingOrder> order = {};
    QStringList providers = {}; ///< with RoutingOrder::Fixed
    QMap<QString, double> weights = {}; ///< with RoutingOrder::Weights: provider -> share, above 0
    std::optional<Money> maxPrice = {}; ///< a picture; an offer whose price is unknown is above it
    std::optional<std::chrono::milliseconds> maxTime = {}; ///< the median of the user's own calls
    std::optional<QStringList> allow = {}; ///< providers: no others
    std::optional<QStringList> ignore = {}; ///< providers: none of these
    std::optional<QStringList> marks = {}; ///< a provider must have all of these
    std::optional<QStringList> withoutMarks = {}; ///< a provider must have none of these
    std::optional<QStringList> fallbacks = {}; ///< model ids, tried in this order behind the offers of the model itself
    std::optional<bool> fallbackAfterRefusal = {};
    QJsonObject remarks = {}; ///< what a person noted beside it (isRemark()), kept when it is written

    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const RoutingRule &, const RoutingRule &) = default;
};

/// What the user says about which offers are used (routing.json). Every field of a rule counts by itself: what holds
/// for a model is said by the first rule that matches its name and says it, so special rules stand above general ones.
struct RoutingRules
{
    static constexpr qint64 largestFile = 1024LL * 1024;

    QList<RoutingRule> rules;
    QMap<QString, QStringList> marks; ///< what the user thinks of a provider: "fal" -> {"trusted"}
    QMap<QString, int> maxAtOnce; ///< provider -> calls side by side, 1 or more
    /// Why the file cannot be gone by. Then nothing is asked of anybody: a provider that the user rules out must not be
    /// paid because of a slip of the pen elsewhere.
    QList<Reason> faults;
    QJsonObject remarks;

    /// What holds for a model: each field as the first rule has it that matches and says it. `models` is the id itself.
    [[nodiscard]] RoutingRule ruleFor(const QString &model) const;
    /// Below all rules, the order of providers that counts where none says another one (Setting::ProviderOrder).
    void addUsualOrder(const QStringList &providers);
    [[nodiscard]] QByteArray toJson() const; ///< as the file has it
    friend bool operator==(const RoutingRules &, const RoutingRules &) = default;
};

[[nodiscard]] QString routingOrderName(RoutingOrder order); ///< "most_reliable", …
[[nodiscard]] QStringList routingOrderNames();

/// Reads what a person wrote: {"rules": [{"models": "flux*", "order": "fixed", "providers": ["fal"], "max_price": 0.05,
/// "max_seconds": 30, "allow": […], "ignore": […], "marks": ["trusted"], "without_marks": […], "fallbacks":
/// ["gpt-image-1"], "fallback_after_refusal": true}, {"models": "*", "order": "weights", "weights": {"fal": 2, …}}],
/// "marks": {"fal": ["trusted"]}, "max_at_once": {"fal": 4}}. Whatever cannot be meant is a fault with its line and
/// field: a misspelt key, a provider that is none of `providers`, a field that counts for nothing where it stands.
[[nodiscard]] RoutingRules readRoutingRules(const QByteArray &text, const QStringList &providers);

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/generation.h"

#include "core/model/json.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr json::Names statusNames({
    std::pair {GenerationStatus::Running, "running"},
    {GenerationStatus::Completed, "completed"},
    {GenerationStatus::Failed, "failed"},
    {GenerationStatus::Cancelled, "cancelled"},
    {GenerationStatus::Unknown, "unknown"},
});

} // namespace

Attempt::Attempt() = default;
Attempt::Attempt(const Attempt &) = default;
Attempt::Attempt(Attempt &&) noexcept = default;
Attempt &Attempt::operator=(const Attempt &) = default;
Attempt &Attempt::operator=(Attempt &&) noexcept = default;
Attempt::~Attempt() = default;

Generation::Generation() = default;
Generation::Generation(const Generation &) = default;
Generation::Generation(Generation &&) noexcept = default;
Generation &Generation::operator=(const Generation &) = default;
Generation &Generation::operator=(Generation &&) noexcept = default;
Generation::~Generation() = default;

QString statusName(GenerationStatus status)
{
    return statusNames.name(status);
}

GenerationStatus statusFromName(const QString &name)
{
    return statusNames.value(name).value_or(GenerationStatus::Unknown);
}

QJsonObject Picture::toJson() const
{
    QJsonObject object {{"id"_L1, id},
                        {"format"_L1, formatName(format)},
                        {"size"_L1, sizeToString(size)},
                        {"bytes"_L1, bytes},
                        {"path"_L1, path}};
    json::putIfSet(object, "seed"_L1, seed);
    json::putIfSet(object, "revised_prompt"_L1, revisedPrompt);
    return object;
}

QJsonObject CostCorrection::toJson() const
{
    QJsonObject object {{"at"_L1, json::fromTime(at)}, {"from"_L1, from.toJson()}, {"to"_L1, to.toJson()}};
    json::putIfSet(object, "by"_L1, by);
    json::putIfSet(object, "state"_L1, state);
    return object;
}

CostCorrection CostCorrection::fromJson(const QJsonObject &object)
{
    return {json::toTime(object.value("at"_L1)), object.value("by"_L1).toString(), object.value("state"_L1).toString(),
            Money::fromJson(object.value("from"_L1)), Money::fromJson(object.value("to"_L1))};
}

QJsonObject Attempt::toJson() const
{
    QJsonObject object {{"provider"_L1, provider},
                        {"provider_model"_L1, providerModel},
                        {"status"_L1, statusName(status)},
                        {"started_at"_L1, json::fromTime(startedAt)},
                        {"cost"_L1, cost.toJson()}};
    json::putIfSet(object, "ended_at"_L1, json::fromTime(endedAt));
    if (error) {
        object.insert("error"_L1, error->toJson());
    }
    if (hasJob) {
        object.insert("has_job"_L1, true);
    }
    if (settledByHand) {
        object.insert("settled_by_hand"_L1, true);
    }
    if (doubtedCost.isKnown()) {
        object.insert("doubted_cost"_L1, doubtedCost.toJson());
    }
    if (isBillQuestioned()) {
        object.insert("bill_questioned"_L1, true);
    }
    json::putIfSet(object, "key"_L1, key);
    if (!why.isEmpty()) {
        object.insert("why"_L1, why.toJson());
    }
    if (!after.isEmpty()) {
        object.insert("after"_L1, after.toJson());
    }
    if (!corrections.isEmpty()) {
        object.insert("corrections"_L1, json::array(corrections));
    }
    if (!usage.isEmpty()) {
        object.insert("usage"_L1, usage);
    }
    return object;
}

bool Generation::endedForFree() const
{
    const auto isFree = [](const std::optional<Error> &reason) {
        return !reason || reason->billing == Billing::NotBilled;
    };
    const bool inVain = status == GenerationStatus::Failed || status == GenerationStatus::Cancelled;
    return inVain && pictures.isEmpty() && cost == Money::zero() && isFree(error)
        && std::all_of(attempts.begin(), attempts.end(), [&](const Attempt &attempt) {
               return attempt.status != GenerationStatus::Unknown && isFree(attempt.error);
           });
}

} // namespace lightwell

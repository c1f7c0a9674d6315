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

constexpr json::Names originNames({
    std::pair {Origin::Kind::Window, "window"},
    {Origin::Kind::CommandLine, "command_line"},
    {Origin::Kind::Gateway, "gateway"},
});

std::optional<Error> optionalError(const QJsonValue &value)
{
    return value.isObject() ? std::optional<Error>(Error::fromJson(value.toObject())) : std::nullopt;
}

} // namespace

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

Picture Picture::fromJson(const QJsonObject &object)
{
    Picture picture;
    picture.id = object.value("id"_L1).toString();
    picture.format = formatFromName(object.value("format"_L1).toString()).value_or(ImageFormat::Png);
    picture.size = sizeFromString(object.value("size"_L1).toString()).value_or(QSize());
    picture.bytes = object.value("bytes"_L1).toInteger();
    picture.path = object.value("path"_L1).toString();
    if (const QJsonValue seed = object.value("seed"_L1); seed.isDouble()) {
        picture.seed = seed.toInteger();
    }
    picture.revisedPrompt = object.value("revised_prompt"_L1).toString();
    return picture;
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
    if (!corrections.isEmpty()) {
        object.insert("corrections"_L1, json::array(corrections));
    }
    if (!usage.isEmpty()) {
        object.insert("usage"_L1, usage);
    }
    return object;
}

Attempt Attempt::fromJson(const QJsonObject &object)
{
    Attempt attempt;
    attempt.provider = object.value("provider"_L1).toString();
    attempt.providerModel = object.value("provider_model"_L1).toString();
    attempt.status = statusFromName(object.value("status"_L1).toString());
    attempt.startedAt = json::toTime(object.value("started_at"_L1));
    attempt.endedAt = json::toTime(object.value("ended_at"_L1));
    attempt.cost = Money::fromJson(object.value("cost"_L1));
    attempt.error = optionalError(object.value("error"_L1));
    attempt.hasJob = object.value("has_job"_L1).toBool();
    attempt.settledByHand = object.value("settled_by_hand"_L1).toBool();
    attempt.doubtedCost = Money::fromJson(object.value("doubted_cost"_L1));
    const QJsonArray corrections = object.value("corrections"_L1).toArray();
    for (const QJsonValue &value : corrections) {
        attempt.corrections.append(CostCorrection::fromJson(value.toObject()));
    }
    attempt.usage = object.value("usage"_L1).toArray();
    return attempt;
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

QJsonObject Generation::toJson() const
{
    QJsonObject object {{"id"_L1, id},
                        {"request"_L1, request.toJson()},
                        {"origin"_L1, originNames.name(origin.kind)},
                        {"status"_L1, statusName(status)},
                        {"pictures"_L1, json::array(pictures)},
                        {"attempts"_L1, json::array(attempts)},
                        {"estimate"_L1, estimate.toJson()},
                        {"cost"_L1, cost.toJson()},
                        {"created_at"_L1, json::fromTime(createdAt)}};
    json::putIfSet(object, "client"_L1, origin.client);
    json::putIfSet(object, "ended_at"_L1, json::fromTime(endedAt));
    if (plan) {
        // The request stands in the generation already, with its pictures; it is not kept twice.
        QJsonObject planned = plan->toJson();
        planned.remove("request"_L1);
        object.insert("plan"_L1, planned);
    }
    if (error) {
        object.insert("error"_L1, error->toJson());
    }
    return object;
}

Result<Generation> Generation::fromJson(const QJsonObject &object)
{
    Result<Request> request = Request::fromJson(object.value("request"_L1).toObject());
    if (!request) {
        return request.error();
    }
    Generation generation;
    generation.id = object.value("id"_L1).toString();
    generation.request = *request;
    generation.origin.kind =
        originNames.value(object.value("origin"_L1).toString()).value_or(Origin::Kind::CommandLine);
    generation.origin.client = object.value("client"_L1).toString();
    generation.status = statusFromName(object.value("status"_L1).toString());
    const QJsonArray pictures = object.value("pictures"_L1).toArray();
    for (const QJsonValue &value : pictures) {
        generation.pictures.append(Picture::fromJson(value.toObject()));
    }
    const QJsonArray attempts = object.value("attempts"_L1).toArray();
    for (const QJsonValue &value : attempts) {
        generation.attempts.append(Attempt::fromJson(value.toObject()));
    }
    generation.estimate = Money::fromJson(object.value("estimate"_L1));
    generation.cost = Money::fromJson(object.value("cost"_L1));
    generation.createdAt = json::toTime(object.value("created_at"_L1));
    generation.endedAt = json::toTime(object.value("ended_at"_L1));
    generation.error = optionalError(object.value("error"_L1));
    if (const QJsonValue value = object.value("plan"_L1); value.isObject()) {
        QJsonObject planned = value.toObject();
        planned.insert("request"_L1, object.value("request"_L1));
        Result<Plan> plan = Plan::fromJson(planned);
        if (!plan) {
            return plan.error();
        }
        generation.plan = *plan;
    }
    return generation;
}

} // namespace lightwell

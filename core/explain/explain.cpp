// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/explain.h"

#include "core/adapter/ownserver.h"
#include "core/catalog/catalog.h"
#include "core/engine/pictureconversation.h"
#include "core/explain/placeholdercredentials.h"
#include "core/explain/pricecause.h"
#include "core/net/inputlink.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// An error that no answer brought, and that certainly costs nothing, was found before anything left.
bool wasSent(const Attempt &attempt)
{
    const std::optional<Error> &error = attempt.error;
    return !error || error->httpStatus != 0 || error->billing != Billing::NotBilled;
}

/// A server of the user's own gets a seed that was drawn when it was sent; the picture has it.
PlannedCall firstCall(const Plan &plan, const QList<Picture> &made, const ProviderInfo &provider)
{
    PlannedCall call = plan.calls.value(0);
    if (!call.seed && isOwnServer(provider) && !made.isEmpty() && plan.offer.supports(u"seed"_s)) {
        call.seed = made.constFirst().seed;
    }
    return call;
}

/// What a plan with its request is as a message; `made` came of it.
std::optional<SentMessage> messageOf(const Plan &plan, const QList<Picture> &made, const QDateTime &sentAt,
                                     const ExplainFacts &facts, const AdapterRegistry &adapters)
{
    const Adapter *adapter = adapters.find(plan.offer.provider);
    if (!adapter) {
        return std::nullopt;
    }
    const ProviderInfo provider = adapter->info();
    const Credentials credentials =
        placeholderCredentials(provider, facts.addresses.value(provider.id), sentAt.toUTC());
    Plan written = planForVendor(plan);
    inputlink::cutAll(written.request); // of a request that still runs they are whole
    const Result<SentMessage> message = sentMessage(*adapter, written, firstCall(plan, made, provider), credentials);
    return message ? std::optional(*message) : std::nullopt;
}

/// The plan of each attempt, with its request.
std::optional<Plan> planOf(const ExplainFacts &facts, qsizetype attempt)
{
    const Generation &generation = facts.generation;
    const QString provider = generation.attempts.at(attempt).provider;
    const bool isLast = attempt + 1 == generation.attempts.size();
    if (isLast && generation.plan && generation.plan->offer.provider == provider) {
        return generation.plan;
    }
    const auto kept = facts.plans.constFind(int(attempt));
    if (kept == facts.plans.cend() || kept->offer.provider != provider) {
        return std::nullopt;
    }
    Plan plan = *kept;
    plan.request = generation.request;
    return plan;
}

QList<ExplainedAttempt> explainedAttempts(const ExplainFacts &facts, const AdapterRegistry &adapters)
{
    const Generation &generation = facts.generation;
    QList<ExplainedAttempt> explained;
    for (const Attempt &attempt : generation.attempts) {
        ExplainedAttempt it;
        it.attempt = attempt;
        it.afterMs = std::max<qint64>(0, generation.createdAt.msecsTo(attempt.startedAt));
        if (attempt.endedAt.isValid()) {
            it.tookMs = attempt.startedAt.msecsTo(attempt.endedAt);
        }
        it.billing = attempt.error                          ? attempt.error->billing
            : attempt.status == GenerationStatus::Completed ? Billing::Billed
                                                            : Billing::MayBeBilled;
        it.wasSent = wasSent(attempt);
        if (const std::optional<Plan> plan = planOf(facts, explained.size())) {
            const bool isLast = explained.size() + 1 == generation.attempts.size();
            it.sent =
                messageOf(*plan, isLast ? generation.pictures : QList<Picture>(), attempt.startedAt, facts, adapters);
        }
        explained.append(it);
    }
    return explained;
}

/// The last attempt at the offer; -1: it was not asked.
qsizetype lastAttemptAt(const Generation &generation, const KnownOffer &offer)
{
    const QList<Attempt> &attempts = generation.attempts;
    for (qsizetype number = attempts.size() - 1; number >= 0; --number) {
        const Attempt &attempt = attempts.at(number);
        const bool isItsModel = offer.providerModel.isEmpty() || attempt.providerModel.isEmpty()
            || attempt.providerModel == offer.providerModel;
        if (attempt.provider == offer.place.provider && isItsModel) {
            return number;
        }
    }
    return -1;
}

ExplainedOffer::Fate fateOf(const Attempt &attempt)
{
    using Fate = ExplainedOffer::Fate;
    return attempt.status == GenerationStatus::Completed ? Fate::Used
        : attempt.status == GenerationStatus::Running    ? Fate::Running
                                                         : Fate::Failed;
}

QList<ExplainedOffer> explainedOffers(const ExplainFacts &facts)
{
    using Fate = ExplainedOffer::Fate;
    QList<ExplainedOffer> explained;
    qsizetype lastAsked = -1;
    for (const KnownOffer &offer : facts.offers) {
        ExplainedOffer it {offer.place, offer.place.isLeftOut ? Fate::LeftOut : Fate::NotNeeded, {}, offer.record};
        const qsizetype number = lastAttemptAt(facts.generation, offer);
        if (number >= 0) { // though the rules may leave it out by now
            const Attempt &attempt = facts.generation.attempts.at(number);
            it.fate = fateOf(attempt);
            it.error = attempt.error;
            lastAsked = explained.size();
        }
        explained.append(it);
    }
    for (qsizetype at = 0; at < lastAsked && !facts.isOrderOfNow; ++at) {
        if (explained.at(at).fate == Fate::NotNeeded) {
            explained[at].fate = Fate::PassedOver;
        }
    }
    std::stable_partition(explained.begin(), explained.end(),
                          [](const ExplainedOffer &it) { return it.fate != Fate::LeftOut; });
    return explained;
}

QList<ExplainedSetting> explainedSettings(const Plan &plan, const std::optional<SentMessage> &sent)
{
    QList<ExplainedSetting> explained;
    for (const PlannedParameter &parameter : plan.parameters) {
        ExplainedSetting it {parameter, parameter.wireName};
        if (parameter.treatment != Treatment::Dropped && sent && !sent->isPreparation) {
            // What is emulated is asked for otherwise: WebP as PNG, a size as the nearest one.
            const QString field = it.field.isEmpty() ? plan.offer.fields.value(parameter.name) : it.field;
            it.sent = sent->value(field);
            it.field = it.sent.isUndefined() ? it.field : field;
        }
        explained.append(it);
    }
    std::stable_sort(explained.begin(), explained.end(), [](const ExplainedSetting &a, const ExplainedSetting &b) {
        return a.planned.treatment < b.planned.treatment;
    });
    return explained;
}

QString providerModelOf(const RoutePlace &place, const Catalog &catalog)
{
    const Model *model = catalog.find(place.model);
    const QList<Offer> offers = model ? model->offers : QList<Offer>();
    const auto offer =
        std::find_if(offers.cbegin(), offers.cend(), [&place](const Offer &it) { return it.id() == place.offer; });
    return offer == offers.cend() ? QString() : offer->providerModel;
}

} // namespace

QList<KnownOffer> knownOffers(const QList<RoutePlace> &places, const Catalog &catalog,
                              const QList<OfferRecord> &records)
{
    QList<KnownOffer> known;
    for (const RoutePlace &place : places) {
        KnownOffer offer {place, providerModelOf(place, catalog)};
        const auto own = std::find_if(records.cbegin(), records.cend(), [&offer](const OfferRecord &it) {
            return it.provider == offer.place.provider && it.providerModel == offer.providerModel;
        });
        if (own != records.cend()) {
            offer.record = *own;
        }
        known.append(offer);
    }
    return known;
}

QStringList providersOf(const Generation &generation)
{
    QStringList providers;
    for (const Attempt &attempt : generation.attempts) {
        providers.append(attempt.provider);
    }
    if (generation.plan) {
        providers.append(generation.plan->offer.provider);
    }
    providers.removeAll(QString());
    providers.removeDuplicates();
    return providers;
}

Explanation explain(const ExplainFacts &facts, const AdapterRegistry &adapters)
{
    Explanation explanation;
    explanation.attempts = explainedAttempts(facts, adapters);
    if (!explanation.attempts.isEmpty()) {
        explanation.sent = explanation.attempts.constLast().sent;
        explanation.wasSent = explanation.attempts.constLast().wasSent;
    } else if (facts.generation.plan) {
        explanation.sent = messageOf(*facts.generation.plan, {}, facts.generation.createdAt, facts, adapters);
    }
    explanation.generation = facts.generation;
    for (InputImage &image : explanation.generation.request.images) {
        image.bytes.clear();
    }
    if (explanation.generation.request.mask) {
        explanation.generation.request.mask->bytes.clear();
    }
    inputlink::cutAll(explanation.generation.request);
    explanation.offers = explainedOffers(facts);
    explanation.isOrderOfNow = facts.isOrderOfNow;
    explanation.price = explainedPrice(facts.generation);
    if (facts.generation.plan) {
        explanation.settings = explainedSettings(*facts.generation.plan, explanation.sent);
        explanation.generation.plan->request = explanation.generation.request;
    }
    return explanation;
}

int Explanation::count(Treatment treatment) const
{
    return static_cast<int>(std::count_if(settings.cbegin(), settings.cend(), [treatment](const ExplainedSetting &it) {
        return it.planned.treatment == treatment;
    }));
}

int Explanation::leftOut() const
{
    return static_cast<int>(std::count_if(offers.cbegin(), offers.cend(), [](const ExplainedOffer &it) {
        return it.fate == ExplainedOffer::Fate::LeftOut;
    }));
}

} // namespace lightwell

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

QList<ExplainedAttempt> explainedAttempts(const Generation &generation)
{
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

/// A server of the user's own gets a seed that was drawn when it was sent; the picture has it.
PlannedCall firstCall(const Generation &generation, const ProviderInfo &provider)
{
    PlannedCall call = generation.plan->calls.value(0);
    if (!call.seed && isOwnServer(provider) && !generation.pictures.isEmpty()
        && generation.plan->offer.supports(u"seed"_s)) {
        call.seed = generation.pictures.constFirst().seed;
    }
    return call;
}

std::optional<SentMessage> messageOf(const ExplainFacts &facts, const AdapterRegistry &adapters)
{
    const Generation &generation = facts.generation;
    const Adapter *adapter = generation.plan ? adapters.find(generation.plan->offer.provider) : nullptr;
    if (!adapter) {
        return std::nullopt;
    }
    const ProviderInfo provider = adapter->info();
    const QDateTime sentAt =
        generation.attempts.isEmpty() ? generation.createdAt : generation.attempts.constLast().startedAt;
    const Credentials credentials = placeholderCredentials(provider, facts.address, sentAt.toUTC());
    Plan plan = planForVendor(*generation.plan);
    inputlink::cutAll(plan.request); // of a request that still runs they are whole
    const Result<SentMessage> message = sentMessage(*adapter, plan, firstCall(generation, provider), credentials);
    return message ? std::optional(*message) : std::nullopt;
}

/// An error that no answer brought, and that certainly costs nothing, was found before anything left.
bool wasSent(const Generation &generation)
{
    if (generation.attempts.isEmpty()) {
        return false;
    }
    const std::optional<Error> &error = generation.attempts.constLast().error;
    return !error || error->httpStatus != 0 || error->billing != Billing::NotBilled;
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

Explanation explain(const ExplainFacts &facts, const AdapterRegistry &adapters)
{
    Explanation explanation;
    explanation.sent = messageOf(facts, adapters);
    explanation.wasSent = wasSent(facts.generation);
    explanation.generation = facts.generation;
    for (InputImage &image : explanation.generation.request.images) {
        image.bytes.clear();
    }
    if (explanation.generation.request.mask) {
        explanation.generation.request.mask->bytes.clear();
    }
    inputlink::cutAll(explanation.generation.request);
    explanation.attempts = explainedAttempts(facts.generation);
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

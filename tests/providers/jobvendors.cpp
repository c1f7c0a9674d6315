// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/jobvendors.h"

#include "core/catalog/catalog.h"
#include "providers/bfl/bfladapter.h"
#include "providers/fal/faladapter.h"
#include "providers/ideogram/ideogramadapter.h"
#include "providers/luma/lumaadapter.h"
#include "providers/replicate/replicateadapter.h"
#include "providers/stability/stabilityadapter.h"
#include "tests/providers/drive.h"
#include "tests/standins/bfl.h"
#include "tests/standins/fal.h"
#include "tests/standins/ideogram.h"
#include "tests/standins/luma.h"
#include "tests/standins/replicate.h"
#include "tests/standins/stability.h"
#include "tests/standins/vendorinputs.h"

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

template<typename T>
T *as(const std::unique_ptr<VendorStandIn> &standIn)
{
    return dynamic_cast<T *>(standIn.get());
}

} // namespace

JobVendor::JobVendor(const QString &name)
{
    if (name == "fal"_L1) {
        adapter = std::make_unique<FalAdapter>();
        standIn = std::make_unique<FalStandIn>();
        credentials.key = FalStandIn::key();
        plan = planFor(falOffer());
    } else if (name == "replicate"_L1) {
        adapter = std::make_unique<ReplicateAdapter>();
        standIn = std::make_unique<ReplicateStandIn>();
        credentials.key = ReplicateStandIn::key();
        plan = planFor(replicateOffer());
    } else if (name == "luma"_L1) {
        adapter = std::make_unique<LumaAdapter>();
        standIn = std::make_unique<LumaStandIn>();
        credentials.key = LumaStandIn::key();
        credentials.extra = {{u"agents_api_key"_s, LumaStandIn::agentsKey()}};
        plan = planFor(lumaOffer());
    } else if (name == "ideogram"_L1) {
        const QString offer = u"ideogram/ideogram-v3"_s;
        adapter = std::make_unique<IdeogramAdapter>();
        standIn = std::make_unique<IdeogramStandIn>();
        credentials.key = IdeogramStandIn::key();
        plan = catalogPlan(offer, wishFor(offer));
    } else if (name == "stability"_L1) {
        const QString offer = u"stability/stability-upscale-creative"_s; // its only job
        adapter = std::make_unique<StabilityAdapter>();
        standIn = std::make_unique<StabilityStandIn>();
        standIn->hurry();
        credentials.key = StabilityStandIn::key();
        plan = catalogPlan(offer, wishFor(offer));
    } else {
        adapter = std::make_unique<BflAdapter>();
        standIn = std::make_unique<BflStandIn>();
        credentials.key = BflStandIn::key();
        plan = planFor(bflOffer());
    }
    credentials.baseUrl = standIn->baseUrl();
}

QStringList JobVendor::names()
{
    return {u"fal"_s, u"ideogram"_s, u"luma"_s, u"replicate"_s, u"stability"_s, u"black-forest-labs"_s};
}

QStringList JobVendor::knownOffers(const QString &vendor)
{
    QStringList known;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            const QString id = offer.providerModel;
            const bool served = offer.provider == "fal"_L1 ? FalEndpoint::find(id) != nullptr
                : offer.provider == "luma"_L1              ? VendorInputs::find(vendor, id).has_value()
                : offer.provider == "replicate"_L1         ? ReplicateModel::find(id) != nullptr
                : offer.provider == "ideogram"_L1          ? VendorInputs::find(vendor, u"generate/"_s + id).has_value()
                : offer.provider == "stability"_L1         ? false // its generations are no jobs
                                                           : BflModel::find(id) != nullptr;
            if (offer.provider == vendor && served && offer.hasMode(u"text-to-image"_s)) {
                known.append(offer.id());
            }
        }
    }
    return known;
}

int JobVendor::submissions() const
{
    int count = 0;
    const QList<Received> calls = standIn->calls();
    for (const Received &call : calls) {
        count += call.method == "POST" && !call.path.endsWith("/cancel"_L1) ? 1 : 0;
    }
    return count;
}

int JobVendor::cancellations() const
{
    int count = 0;
    const QList<Received> calls = standIn->calls();
    for (const Received &call : calls) {
        count += call.path.endsWith("/cancel"_L1) || call.method == "DELETE" ? 1 : 0;
    }
    return count;
}

void JobVendor::emptyTheAccount()
{
    if (auto *fal = as<FalStandIn>(standIn)) {
        fal->setLocked(true);
    } else if (auto *replicate = as<ReplicateStandIn>(standIn)) {
        replicate->setEmptyAccount(true);
    } else if (auto *luma = as<LumaStandIn>(standIn)) {
        luma->setCredits(0);
    } else if (auto *ideogram = as<IdeogramStandIn>(standIn)) {
        ideogram->setEmptyAccount(true);
    } else if (auto *stability = as<StabilityStandIn>(standIn)) {
        stability->setCredits(0);
    } else if (auto *bfl = as<BflStandIn>(standIn)) {
        bfl->setCredits(0);
    }
}

void JobVendor::failNextJob(const QString &how)
{
    const bool moderated = how == "moderated"_L1;
    if (auto *fal = as<FalStandIn>(standIn)) {
        const QJsonObject refusal {{u"loc"_s, QJsonArray {u"body"_s, u"prompt"_s}},
                                   {u"msg"_s, u"The content could not be processed"_s},
                                   {u"type"_s, u"content_policy_violation"_s}};
        if (moderated) {
            fal->failNextJob(422, {{u"detail"_s, QJsonArray {refusal}}});
        } else {
            fal->failNextJob(500, {{u"detail"_s, u"Runner broke"_s}, {u"error_type"_s, u"runner_server_error"_s}});
        }
    } else if (auto *replicate = as<ReplicateStandIn>(standIn)) {
        replicate->failNextRun(moderated ? u"NSFW content detected"_s : u"CUDA error (E1000)"_s);
    } else if (auto *luma = as<LumaStandIn>(standIn)) {
        luma->failNextGeneration(moderated ? u"Blocked by moderation: nudity"_s : u"Internal error"_s);
    } else if (auto *ideogram = as<IdeogramStandIn>(standIn)) {
        ideogram->failNext(moderated ? u"content_policy_violation"_s : u"internal_error"_s);
    } else if (auto *stability = as<StabilityStandIn>(standIn)) {
        moderated ? stability->refuseNextResult() : stability->filterNext();
    } else if (auto *bfl = as<BflStandIn>(standIn)) {
        bfl->endNextTask(moderated ? u"Content Moderated"_s : u"Error"_s);
    }
}

} // namespace lightwell::test

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/linktakers.h"

#include "core/catalog/catalog.h"
#include "core/model/plan.h"
#include "core/planning/checkpictures.h"
#include "core/planning/checkreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

/// What is done with pictures: who would have edited one is not helped by one that only enlarges it.
QStringList workOf(const QList<Offer> &offers)
{
    QStringList modes;
    for (const Offer &offer : offers) {
        modes += offer.modes;
    }
    modes.removeAll(u"text-to-image"_s);
    return modes;
}

bool doesAnyOf(const Offer &offer, const QStringList &work)
{
    return std::any_of(work.cbegin(), work.cend(), [&offer](const QString &mode) { return offer.hasMode(mode); });
}

} // namespace

Error withLinkTakers(const Error &error, const Request &request, const QList<Offer> &refused, const Catalog &catalog)
{
    if (error.code != linkErrorCode) {
        return error;
    }
    constexpr qsizetype enough = 3;
    const QStringList work = workOf(refused);
    const auto takes = [&](const Offer &offer) {
        return !offer.wire.links.isEmpty() && doesAnyOf(offer, work) && catalog.plan(request, offer).ok();
    };
    QStringList takers;
    const QList<Model> models = catalog.models();
    for (qsizetype i = 0; i < models.size() && takers.size() < enough; ++i) {
        const QList<Offer> &offers = models.at(i).offers;
        if (std::any_of(offers.cbegin(), offers.cend(), takes)) {
            takers.append(models.at(i).slug);
        }
    }
    if (takers.isEmpty()) {
        return error;
    }
    Error told = error;
    told.setReason(reasons::linkTakenElsewhere(error.why(), reasons::ModelIds(takers)));
    return told;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modeltotry.h"

#include "core/catalog/catalog.h"
#include "ui/keys/providerkeys.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

bool drawsWords(const Offer &offer)
{
    return offer.modes.isEmpty() || offer.hasMode(u"text-to-image"_s);
}

/// Others may be asked as well: the provider is named.
bool isContested(const Model &model, const ProviderKeys &keys, const QString &provider)
{
    return std::any_of(model.offers.cbegin(), model.offers.cend(), [&keys, &provider](const Offer &offer) {
        return offer.provider != provider && keys.isUsable(offer.provider);
    });
}

} // namespace

QString modelToTry(const Catalog &catalog, const ProviderKeys &keys, const QString &provider)
{
    const Model *best = nullptr;
    qsizetype bestPlace = 0;
    for (const Model &model : catalog.models()) {
        if (model.status != "active"_L1) {
            continue;
        }
        const auto offer =
            std::find_if(model.offers.cbegin(), model.offers.cend(), [&provider](const Offer &candidate) {
                return candidate.provider == provider && drawsWords(candidate);
            });
        const qsizetype place = offer - model.offers.cbegin(); // they stand in the order of their rank
        if (offer != model.offers.cend() && (!best || place < bestPlace)) {
            best = &model;
            bestPlace = place;
        }
    }
    if (!best) {
        return {};
    }
    return isContested(*best, keys, provider) ? provider + u'/' + best->slug : best->slug;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogcheck.h"

#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"
#include "core/model/tuning.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

std::optional<EntryFault> faultInDate(const QString &written)
{
    static const QRegularExpression date(u"\\A\\d{4}(-\\d{2}(-\\d{2})?)?\\z"_s);
    if (written.isEmpty() || date.match(written).hasMatch()) {
        return std::nullopt;
    }
    return EntryFault {
        JsonPath().field(u"price_date"_s),
        CatalogText::tr("“%1” is no date (price_date). Write 2026-10-07, 2026-10 or 2026.").arg(written)};
}

} // namespace

std::optional<EntryFault> findFault(const Offer &offer)
{
    if (offer.provider.isEmpty() || offer.provider.contains(u'/')) {
        return EntryFault {JsonPath().field(u"provider"_s),
                           CatalogText::tr("the provider is missing, or its name has a slash.")};
    }
    if (offer.providerModel.isEmpty()) {
        return EntryFault {JsonPath().field(u"provider_model"_s),
                           CatalogText::tr("the provider's own id of the model (provider_model) is missing.")};
    }
    if (offer.modes.isEmpty()) {
        return EntryFault {JsonPath().field(u"modes"_s),
                           CatalogText::tr("it does not say what the model does (modes).")};
    }
    if (offer.formats.isEmpty()) {
        return EntryFault {JsonPath().field(u"formats"_s),
                           CatalogText::tr("it does not say which picture formats the model makes (formats).")};
    }
    for (auto field = offer.fields.cbegin(); field != offer.fields.cend(); ++field) {
        if (field.value().isEmpty()) {
            return EntryFault {JsonPath().field(u"fields"_s).field(field.key()),
                               CatalogText::tr("the vendor's field for “%1” is empty (fields).").arg(field.key())};
        }
    }
    if (std::optional<EntryFault> fault = faultInWords(offer)) {
        return fault;
    }
    if (std::optional<EntryFault> fault = faultInDate(offer.priceDate)) {
        return fault;
    }
    return faultInNumbers(offer);
}

std::optional<EntryFault> findFault(const PriceCorrection &correction)
{
    if (std::optional<EntryFault> fault = faultInDate(correction.date)) {
        return fault;
    }
    Offer offer;
    offer.prices = correction.prices;
    offer.sizes = SizeUncontrolled();
    return faultInNumbers(offer);
}

std::optional<EntryFault> findFault(const Model &model)
{
    if (model.slug.isEmpty()) {
        return EntryFault {JsonPath().field(u"slug"_s), CatalogText::tr("the model has no name to call it by (slug).")};
    }
    return faultInWords(model);
}

const QStringList &knownFieldNames()
{
    static const QStringList names = Tuning::names()
        + QStringList {
            u"prompt"_s,
            u"negative_prompt"_s,
            u"n"_s,
            u"size"_s,
            u"aspect_ratio"_s,
            u"resolution"_s,
            u"quality"_s,
            u"style"_s,
            u"background"_s,
            u"output_format"_s,
            u"output_compression"_s,
            u"seed"_s,
            u"image"_s,
            u"style_image"_s,
            u"character_image"_s,
            u"mask"_s,
            u"user"_s,
            u"partial_images"_s,
        };
    return names;
}

} // namespace lightwell

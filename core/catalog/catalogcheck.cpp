// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/catalogcheck.h"

#include "core/catalog/cataloglimits.h"
#include "core/catalog/catalogtext.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

std::optional<QString> faultIn(const Offer &offer)
{
    if (offer.provider.isEmpty() || offer.provider.contains(u'/')) {
        return CatalogText::tr("the provider is missing, or its name has a slash.");
    }
    if (offer.providerModel.isEmpty()) {
        return CatalogText::tr("the provider's own id of the model (provider_model) is missing.");
    }
    if (offer.modes.isEmpty()) {
        return CatalogText::tr("it does not say what the model does (modes).");
    }
    if (offer.formats.isEmpty()) {
        return CatalogText::tr("it does not say which picture formats the model makes (formats).");
    }
    for (auto field = offer.fields.cbegin(); field != offer.fields.cend(); ++field) {
        if (!knownFieldNames().contains(field.key())) {
            return CatalogText::tr("“%1” is not the name of a parameter (fields).").arg(field.key());
        }
        if (field.value().isEmpty()) {
            return CatalogText::tr("the vendor's field for “%1” is empty (fields).").arg(field.key());
        }
    }
    if (const std::optional<QString> fault = faultInWords(offer)) {
        return fault;
    }
    static const QRegularExpression date(u"\\A\\d{4}(-\\d{2}(-\\d{2})?)?\\z"_s);
    if (!offer.priceDate.isEmpty() && !date.match(offer.priceDate).hasMatch()) {
        return CatalogText::tr("“%1” is no date (price_date). Write 2026-10-07, 2026-10 or 2026.").arg(offer.priceDate);
    }
    return faultInNumbers(offer);
}

std::optional<CatalogFault> faultIn(const Model &model, const QString &place)
{
    if (model.slug.isEmpty()) {
        return CatalogFault {place, CatalogText::tr("the model has no name to call it by (slug).")};
    }
    if (const std::optional<QString> fault = faultInWords(model)) {
        return CatalogFault {place, *fault};
    }
    if (model.offers.isEmpty()) {
        return CatalogFault {place, CatalogText::tr("nobody offers this model (offers).")};
    }
    if (model.offers.size() > cataloglimits::offers) {
        return CatalogFault {place, CatalogText::tr("it has too many offers.")};
    }
    QSet<QString> providers;
    for (qsizetype i = 0; i < model.offers.size(); ++i) {
        const Offer &offer = model.offers.at(i);
        const QString offerPlace = u"%1.offers[%2]"_s.arg(place).arg(i);
        if (const std::optional<QString> fault = faultIn(offer)) {
            return CatalogFault {offerPlace, *fault};
        }
        if (providers.contains(offer.provider)) {
            return CatalogFault {offerPlace, CatalogText::tr("this provider offers the same model twice.")};
        }
        providers.insert(offer.provider);
    }
    return std::nullopt;
}

} // namespace

const QStringList &knownFieldNames()
{
    static const QStringList names {
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
        u"mask"_s,
        u"user"_s,
        u"partial_images"_s,
    };
    return names;
}

std::optional<CatalogFault> findFault(const QList<Model> &models, const QList<Offer> &open)
{
    QSet<QString> slugs;
    for (qsizetype i = 0; i < models.size(); ++i) {
        const QString place = u"models[%1]"_s.arg(i);
        if (const std::optional<CatalogFault> fault = faultIn(models.at(i), place)) {
            return fault;
        }
        const QString slug = models.at(i).slug.toLower();
        if (slugs.contains(slug)) {
            return CatalogFault {place, CatalogText::tr("a model of the same name stands further up.")};
        }
        slugs.insert(slug);
    }
    for (qsizetype i = 0; i < open.size(); ++i) {
        if (const std::optional<QString> fault = faultIn(open.at(i))) {
            return CatalogFault {u"open[%1]"_s.arg(i), *fault};
        }
    }
    return std::nullopt;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/openrouterlist.h"

#include "core/model/json.h"
#include "providers/lists/singlelist.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using Item = PriceLine::Item;
using Unit = PriceLine::Unit;

constexpr qint64 million = 1'000'000; // token prices are shown so everywhere

/// What is not charged is written as "0" there; where nothing at all is, the model is free.
QList<PriceLine> pricesOf(const QJsonObject &pricing)
{
    const std::optional<PriceLine> said[] = {
        priceLine(Item::OutputImage, Unit::Token, pricing.value("image_output"_L1), million),
        priceLine(Item::InputText, Unit::Token, pricing.value("prompt"_L1), million),
        priceLine(Item::InputImage, Unit::Image, pricing.value("image"_L1)),
        priceLine(Item::OutputImage, Unit::Run, pricing.value("request"_L1)),
        priceLine(Item::OutputText, Unit::Token, pricing.value("completion"_L1), million),
    };
    QList<PriceLine> lines;
    std::optional<PriceLine> nothing;
    bool paysForPictures = false;
    for (const std::optional<PriceLine> &line : said) {
        if (line && line->usd != 0) {
            lines.append(*line);
            paysForPictures = paysForPictures || line->item == Item::OutputImage;
        } else if (line && !nothing) {
            nothing = PriceLine();
        }
    }
    if (lines.isEmpty()) {
        return nothing ? QList<PriceLine> {*nothing} : QList<PriceLine>();
    }
    // Where it is not said what a picture costs, the rest would make it look cheap.
    return paysForPictures ? lines : QList<PriceLine>();
}

std::optional<ListedModel> read(const QJsonObject &entry)
{
    const QJsonObject architecture = entry.value("architecture"_L1).toObject();
    if (!json::strings(architecture.value("output_modalities"_L1)).contains(u"image"_s)) {
        return std::nullopt;
    }
    ListedModel model;
    model.id = entry.value("id"_L1).toString();
    model.name = entry.value("name"_L1).toString();
    model.modes = {u"text-to-image"_s};
    if (json::strings(architecture.value("input_modalities"_L1)).contains(u"image"_s)) {
        model.modes.append(u"image-edit"_s);
    }
    model.prices = pricesOf(entry.value("pricing"_L1).toObject());
    model.shutdown = entry.value("expiration_date"_L1).toString();
    return model;
}

} // namespace

std::unique_ptr<ModelLister> openRouterList()
{
    SingleListProfile profile;
    profile.provider = u"openrouter"_s;
    profile.base = QUrl(u"https://openrouter.ai"_s);
    profile.version = u"/api/v1"_s;
    profile.path = u"/models?output_modalities=image"_s;
    profile.needsKey = false;
    profile.read = read;
    return std::make_unique<SingleList>(std::move(profile));
}

} // namespace lightwell

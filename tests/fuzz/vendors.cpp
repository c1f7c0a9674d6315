// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/vendors.h"

#include "core/catalog/catalog.h"
#include "core/chat/textcatalog.h"
#include "core/media/codec.h"
#include "providers/registry.h"
#include "tests/fuzz/require.h"

#include <algorithm>

namespace lightwell::fuzz {

using namespace Qt::StringLiterals;

namespace {

QList<Request> requests()
{
    QImage image(64, 64, QImage::Format_RGBA8888);
    image.fill(Qt::transparent);
    image.setPixelColor(1, 1, Qt::red);
    const InputImage picture {encodeImage(image, {}).value(), u"image.png"_s};
    Request words;
    words.prompt = u"a red fox"_s;
    Request edit = words;
    edit.images = {picture};
    Request inpaint = edit;
    inpaint.mask = picture;
    return {words, edit, inpaint};
}

QList<Offer> offersOf(const QString &provider, const Catalog &catalog)
{
    QList<Offer> offers;
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            if (offer.provider == provider) {
                offers.append(offer);
            }
        }
    }
    if (const Result<Resolution> open = catalog.resolve(QString(provider + "/a-model-of-ones-own"_L1))) {
        offers.append(open->offers);
    }
    return offers;
}

Vendor vendorOf(const Adapter &adapter, const Catalog &catalog)
{
    Vendor vendor {&adapter, adapter.info(), {}};
    const QList<Request> all = requests();
    const QList<Offer> offers = offersOf(vendor.info.id, catalog);
    for (const Offer &offer : offers) {
        for (Request request : all) {
            request.model = offer.id();
            if (const Result<Plan> plan = catalog.plan(request, offer)) {
                vendor.plans.append(*plan);
            }
        }
    }
    require(!vendor.plans.isEmpty(), "every adapter has an offer");
    return vendor;
}

QList<Vendor> found()
{
    static AdapterRegistry registry;
    registerAdapters(registry);
    const Catalog catalog = Catalog::builtIn();
    QList<Vendor> vendors;
    const QList<ProviderInfo> providers = registry.providers();
    const TextCatalog texts = TextCatalog::builtIn();
    for (const ProviderInfo &info : providers) {
        const bool hasTexts = std::any_of(texts.offers().begin(), texts.offers().end(),
                                          [&info](const TextOffer &offer) { return offer.provider == info.id; });
        if (hasTexts && offersOf(info.id, catalog).isEmpty()) {
            continue; // it makes no pictures
        }
        vendors.append(vendorOf(*registry.find(info.id), catalog));
    }
    return vendors;
}

} // namespace

const QList<Vendor> &allVendors()
{
    static const QList<Vendor> vendors = found();
    return vendors;
}

} // namespace lightwell::fuzz

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/localengines.h"

#include "core/catalog/catalog.h"
#include "core/wording/wording.h"
#include "tests/providers/plans.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

QByteArray maskOfMiddle(QSize size)
{
    QImage mask(size, QImage::Format_ARGB32);
    mask.fill(Qt::black);
    for (int y = size.height() / 4; y < size.height() / 2; ++y) {
        for (int x = size.width() / 4; x < size.width() / 2; ++x) {
            mask.setPixelColor(x, y, Qt::transparent);
        }
    }
    QBuffer buffer;
    mask.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

Plan enginePlan(const QString &provider, const QString &model, const QString &mode, Request request)
{
    const Catalog catalog = Catalog::builtIn();
    const Offer *pattern = catalog.anyModel(provider, mode);
    if (pattern == nullptr) {
        qFatal("nothing known of %s at %s", qPrintable(mode), qPrintable(provider));
    }
    Offer offer = *pattern;
    offer.model = offer.providerModel = model;
    request.model = offer.id();
    const Result<Plan> plan = catalog.plan(request, offer);
    if (!plan) {
        qFatal("no plan: %s", qPrintable(wording::sentence(plan.error())));
    }
    return *plan;
}

Request engineRequest(const QString &mode)
{
    constexpr QSize size(64, 48);
    Request request;
    request.prompt = u"a red fox"_s;
    if (mode != "text-to-image"_L1) {
        request.images = {{pngOf(size), u"fox.png"_s}};
    }
    if (mode == "inpaint"_L1) {
        request.mask = InputImage {maskOfMiddle(size), u"mask.png"_s};
    }
    if (mode == "upscale"_L1) {
        request.operation = Operation::Upscale;
        request.prompt.clear();
    }
    return request;
}

} // namespace lightwell::test

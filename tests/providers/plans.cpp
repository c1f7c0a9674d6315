// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/plans.h"

#include <QBuffer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

PriceLine perMillion(PriceLine::Item item, double usd)
{
    PriceLine line;
    line.item = item;
    line.unit = PriceLine::Unit::Token;
    line.usd = usd;
    line.per = 1'000'000;
    return line;
}

} // namespace

QByteArray pngOf(QSize size, const QColor &colour)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(colour);
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray noisyPng(QSize size)
{
    QRandomGenerator random(7);
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            image.setPixel(x, y, random.generate());
        }
    }
    QBuffer buffer;
    image.save(&buffer, "PNG");
    return buffer.data();
}

Offer openAiOffer()
{
    Offer offer;
    offer.model = offer.providerModel = u"gpt-image-2.6-flare"_s;
    offer.provider = u"openai"_s;
    offer.modes = {u"text-to-image"_s, u"image-edit"_s, u"inpaint"_s};
    offer.sizes = SizeRange {0, 3840, 16, 655'360, 8'294'400, 1 / 3.0, 3.0};
    offer.autoSize = true;
    offer.formats = {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp};
    offer.compressible = {ImageFormat::Jpeg, ImageFormat::Webp};
    offer.maxPerCall = 10;
    offer.maxInputImages = 16;
    offer.qualities = {u"auto"_s, u"low"_s, u"medium"_s, u"high"_s};
    offer.backgrounds = {u"auto"_s, u"transparent"_s, u"opaque"_s};
    for (const QString &name : {u"prompt"_s, u"n"_s, u"size"_s, u"quality"_s, u"background"_s, u"output_format"_s,
                                u"output_compression"_s, u"image"_s, u"mask"_s}) {
        offer.fields.insert(name, name);
    }
    offer.fields.insert(u"user"_s, u"safety_identifier"_s);
    offer.wire.imageAs = ImageForm::File;
    offer.prices = {perMillion(PriceLine::Item::InputText, 5), perMillion(PriceLine::Item::InputImage, 8),
                    perMillion(PriceLine::Item::OutputImage, 30)};
    return offer;
}

Offer compatibleOffer()
{
    Offer offer;
    offer.model = offer.providerModel = u"own-model"_s;
    offer.provider = u"openai-compatible"_s;
    offer.modes = {u"text-to-image"_s};
    offer.sizes = SizeRange {64, 2048, 8};
    offer.formats = {ImageFormat::Png};
    offer.maxPerCall = 4;
    for (const QString &name : {u"prompt"_s, u"n"_s, u"size"_s, u"seed"_s}) {
        offer.fields.insert(name, name);
    }
    return offer;
}

Offer geminiOffer()
{
    Offer offer;
    offer.model = offer.providerModel = u"gemini-3-pro-image"_s;
    offer.provider = u"google-gemini"_s;
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    SizeRatios rule;
    rule.ratios = {{1, 1}, {3, 2}, {16, 9}, {9, 16}};
    rule.tiers = {ResolutionTier::OneK, ResolutionTier::TwoK, ResolutionTier::FourK};
    offer.sizes = rule;
    offer.autoSize = true;
    offer.formats = {ImageFormat::Png};
    offer.maxInputImages = 14;
    offer.fields = {{u"prompt"_s, u"contents"_s},
                    {u"aspect_ratio"_s, u"generationConfig.imageConfig.aspectRatio"_s},
                    {u"resolution"_s, u"generationConfig.imageConfig.imageSize"_s},
                    {u"seed"_s, u"generationConfig.seed"_s},
                    {u"image"_s, u"inlineData"_s}};
    offer.prices = {perMillion(PriceLine::Item::InputText, 2), perMillion(PriceLine::Item::InputImage, 2),
                    perMillion(PriceLine::Item::OutputText, 12), perMillion(PriceLine::Item::OutputImage, 120)};
    return offer;
}

Plan planFor(const Offer &offer, const QString &prompt)
{
    Plan plan;
    plan.offer = offer;
    plan.request.model = offer.model;
    plan.request.prompt = prompt;
    plan.output.upstreamFormat = offer.formats.value(0, ImageFormat::Png);
    plan.calls = {PlannedCall {}};
    return plan;
}

HttpResponse answerOf(int status, const QByteArray &body, const QList<HttpHeader> &headers)
{
    return {status, headers, body, QUrl(u"https://vendor.example/v1/images/generations"_s)};
}

Error errorOf(const Step &step)
{
    if (const auto *odd = std::get_if<Odd>(&step)) {
        return odd->error;
    }
    const auto *failed = std::get_if<Failed>(&step);
    return failed ? failed->error : Error {};
}

} // namespace lightwell::test

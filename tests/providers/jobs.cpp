// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/jobs.h"

#include "tests/support/multipart.h"

using namespace Qt::StringLiterals;

namespace lightwell::test {

namespace {

Offer offerOf(const QString &provider, const QString &model, const QMap<QString, QString> &fields)
{
    Offer offer;
    offer.provider = provider;
    offer.model = model.section(u'/', -1);
    offer.providerModel = model;
    offer.modes = {u"text-to-image"_s};
    offer.fields = fields;
    offer.formats = {ImageFormat::Jpeg, ImageFormat::Png};
    return offer;
}

PriceLine priceOf(PriceLine::Unit unit, double usd)
{
    PriceLine line;
    line.unit = unit;
    line.usd = usd;
    line.megapixelPixels = 1024 * 1024;
    return line;
}

} // namespace

Offer falOffer()
{
    Offer offer = offerOf(u"fal"_s, u"fal-ai/flux/dev"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"n"_s, u"num_images"_s},
                           {u"size"_s, u"image_size"_s},
                           {u"seed"_s, u"seed"_s},
                           {u"output_format"_s, u"output_format"_s}});
    offer.maxPerCall = 4;
    offer.sizes = SizeRange {1, 14142, 1};
    offer.wire.sizeAs = SizeForm::Object;
    offer.wire.sizeNames = {{u"square_hd"_s, QSize(1024, 1024)}};
    offer.wire.constants = {{u"enable_safety_checker"_s, true}};
    offer.prices = {priceOf(PriceLine::Unit::Megapixel, 0.025)};
    return offer;
}

Offer falEditOffer()
{
    Offer offer = offerOf(u"fal"_s, u"fal-ai/flux-2-pro"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"size"_s, u"image_size"_s},
                           {u"seed"_s, u"seed"_s},
                           {u"image"_s, u"image_urls"_s},
                           {u"output_format"_s, u"output_format"_s}});
    offer.maxInputImages = 8;
    offer.sizes = SizeRange {1, 14142, 1};
    offer.wire.sizeAs = SizeForm::Object;
    offer.wire.imageList = true;
    offer.wire.editModel = u"fal-ai/flux-2-pro/edit"_s;
    offer.prices = {priceOf(PriceLine::Unit::Megapixel, 0.015)};
    offer.prices[0].firstUsd = 0.03;
    return offer;
}

Offer falRatioOffer()
{
    Offer offer = offerOf(u"fal"_s, u"fal-ai/nano-banana-pro"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"n"_s, u"num_images"_s},
                           {u"aspect_ratio"_s, u"aspect_ratio"_s},
                           {u"resolution"_s, u"resolution"_s},
                           {u"output_format"_s, u"output_format"_s}});
    offer.sizes = SizeRatios();
    offer.formats = {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp};
    offer.prices = {priceOf(PriceLine::Unit::Image, 0.15), priceOf(PriceLine::Unit::Image, 0.3)};
    offer.prices[1].tier = ResolutionTier::FourK;
    return offer;
}

Offer falFillOffer()
{
    Offer offer = offerOf(u"fal"_s, u"fal-ai/flux-pro/v1/fill"_s,
                          {{u"prompt"_s, u"prompt"_s}, {u"image"_s, u"image_url"_s}, {u"mask"_s, u"mask_url"_s}});
    offer.modes = {u"inpaint"_s};
    offer.maxInputImages = 1;
    return offer;
}

Offer replicateOffer()
{
    Offer offer = offerOf(u"replicate"_s, u"black-forest-labs/flux-schnell"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"n"_s, u"num_outputs"_s},
                           {u"aspect_ratio"_s, u"aspect_ratio"_s},
                           {u"resolution"_s, u"megapixels"_s},
                           {u"seed"_s, u"seed"_s},
                           {u"output_format"_s, u"output_format"_s},
                           {u"output_compression"_s, u"output_quality"_s}});
    offer.maxPerCall = 4;
    offer.sizes = SizeRatios();
    offer.formats = {ImageFormat::Webp, ImageFormat::Jpeg, ImageFormat::Png};
    offer.compressible = {ImageFormat::Webp, ImageFormat::Jpeg};
    offer.wire.formatNames = {{ImageFormat::Jpeg, u"jpg"_s}};
    offer.wire.tierNames = {{ResolutionTier::HalfK, u"0.25"_s}, {ResolutionTier::OneK, u"1"_s}};
    offer.prices = {priceOf(PriceLine::Unit::Image, 0.003)};
    return offer;
}

Offer replicateVersionedOffer()
{
    Offer offer = offerOf(u"replicate"_s, u"stability-ai/sdxl"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"negative_prompt"_s, u"negative_prompt"_s},
                           {u"n"_s, u"num_outputs"_s},
                           {u"size"_s, u"size"_s},
                           {u"seed"_s, u"seed"_s}});
    offer.maxPerCall = 4;
    offer.sizes = SizeRange {64, 2048, 8};
    offer.formats = {ImageFormat::Png};
    offer.wire.versioned = true;
    offer.wire.sizeAs = SizeForm::TwoFields;
    offer.prices = {priceOf(PriceLine::Unit::Second, 0.001)};
    return offer;
}

Offer bflOffer()
{
    Offer offer = offerOf(u"black-forest-labs"_s, u"flux-2-pro"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"size"_s, u"size"_s},
                           {u"seed"_s, u"seed"_s},
                           {u"image"_s, u"input_image"_s},
                           {u"output_format"_s, u"output_format"_s}});
    offer.maxInputImages = 8;
    offer.sizes = SizeRange {64, 0, 16};
    offer.formats = {ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Webp};
    offer.wire.sizeAs = SizeForm::TwoFields;
    offer.wire.imageAs = ImageForm::Base64;
    return offer;
}

Offer bflFillOffer()
{
    Offer offer = offerOf(u"black-forest-labs"_s, u"flux-pro-1.0-fill"_s,
                          {{u"prompt"_s, u"prompt"_s}, {u"image"_s, u"image"_s}, {u"mask"_s, u"mask"_s}});
    offer.modes = {u"inpaint"_s};
    offer.maxInputImages = 1;
    return offer;
}

Offer lumaOffer()
{
    Offer offer = offerOf(
        u"luma"_s, u"photon-1"_s,
        {{u"prompt"_s, u"prompt"_s}, {u"aspect_ratio"_s, u"aspect_ratio"_s}, {u"output_format"_s, u"format"_s}});
    offer.sizes = SizeRatios();
    offer.wire.formatNames = {{ImageFormat::Jpeg, u"jpg"_s}};
    return offer;
}

Offer lumaAgentsOffer()
{
    Offer offer = offerOf(u"luma"_s, u"uni-1"_s,
                          {{u"prompt"_s, u"prompt"_s},
                           {u"aspect_ratio"_s, u"aspect_ratio"_s},
                           {u"output_format"_s, u"output_format"_s},
                           {u"image"_s, u"source"_s},
                           {u"style_image"_s, u"image_ref"_s},
                           {u"style"_s, u"style"_s}});
    offer.sizes = SizeRatios();
    offer.maxInputImages = 9;
    return offer;
}

QString kindOf(const Step &step)
{
    static constexpr std::array names {"failed"_L1, "send"_L1, "wait"_L1, "done"_L1, "odd"_L1};
    return names.at(step.index());
}

HttpRequest requestOf(const Step &step)
{
    if (const auto *send = std::get_if<Send>(&step)) {
        return send->request;
    }
    const auto *wait = std::get_if<Wait>(&step);
    return wait ? wait->request : HttpRequest {};
}

AdapterState stateOf(const Step &step)
{
    if (const auto *send = std::get_if<Send>(&step)) {
        return send->state;
    }
    const auto *wait = std::get_if<Wait>(&step);
    return wait ? wait->state : AdapterState {};
}

Done doneOf(const Step &step)
{
    const auto *done = std::get_if<Done>(&step);
    return done ? *done : Done {};
}

QString lineOf(const HttpRequest &request)
{
    return QString::fromLatin1(request.method) + u' ' + request.url.toString(QUrl::FullyEncoded);
}

QJsonObject jsonOf(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject()) {
        qFatal("the test's JSON is broken: %s", text.constData());
    }
    return document.object();
}

QMap<QString, QString> formOf(const HttpRequest &request)
{
    QMap<QString, QString> form;
    const QList<FormPart> parts = formParts(Received {request.method, {}, {}, {}, request.headers, request.body});
    for (const FormPart &part : parts) {
        const QByteArray value = part.fileName.isEmpty() ? part.body : part.contentType;
        const QString before = form.contains(part.name) ? form.value(part.name) + u' ' : QString();
        form.insert(part.name, before + QString::fromUtf8(value));
    }
    return form;
}

QByteArray fileOf(const HttpRequest &request, const QString &name)
{
    const Received received {request.method, {}, {}, {}, request.headers, request.body};
    return formField(formParts(received), name).value_or(QByteArray());
}

} // namespace lightwell::test

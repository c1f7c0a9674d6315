// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/typicalrequests.h"

#include "core/media/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int picturesDemanded = 2;
constexpr qint64 seedDemanded = 1;
constexpr int pixelsAdded = 256; ///< by a model that only makes pictures larger

InputImage blank(QSize size, ImageFormat format)
{
    QImage image(size, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    const Result<QByteArray> bytes = encodeImage(image, {.format = format});
    return {bytes ? *bytes : QByteArray(), u"picture"_s};
}

bool worksFromWords(const Offer &offer)
{
    return offer.modes.isEmpty() || offer.hasMode(u"text-to-image"_s);
}

/// For an offer that takes pictures alone. Editing comes first: it is what the others are special cases of.
Operation operationOf(const Offer &offer)
{
    const bool edits = offer.hasMode(u"image-edit"_s) || offer.hasMode(u"inpaint"_s) || offer.hasMode(u"outpaint"_s);
    for (const Operation operation :
         {Operation::Vary, Operation::Upscale, Operation::RemoveBackground, Operation::Vectorize}) {
        if (!edits && offer.hasMode(modeFor(operation))) {
            return operation;
        }
    }
    return Operation::Create;
}

} // namespace

TypicalRequests::TypicalRequests(QSize size)
    : m_size(size)
    , m_png(blank(size, ImageFormat::Png))
    , m_jpeg(blank(size, ImageFormat::Jpeg))
{
}

InputImage TypicalRequests::pictureFor(const Offer &offer) const
{
    const bool takesPng = offer.inputFormats.isEmpty() || offer.inputFormats.contains(ImageFormat::Png);
    return takesPng ? m_png : m_jpeg;
}

Request TypicalRequests::plain(const Offer &offer) const
{
    Request request;
    request.model = offer.id();
    request.prompt = offer.supports(u"prompt"_s) ? u"picture"_s : QString();
    request.size.pixels = m_size;
    if (worksFromWords(offer)) {
        return request;
    }
    request.operation = operationOf(offer);
    request.images.append(pictureFor(offer));
    if (request.operation != Operation::Create) {
        request.size = {}; // it follows from the picture
    }
    if (offer.modes == QStringList {u"inpaint"_s} && offer.supports(u"mask"_s)) {
        request.mask = m_png;
    }
    if (offer.modes == QStringList {u"outpaint"_s}) {
        request.extra = {{"right"_L1, pixelsAdded}};
    }
    return request;
}

Request TypicalRequests::demanding(const Offer &offer) const
{
    Request request = plain(offer);
    if (request.operation != Operation::Create) {
        return request;
    }
    request.n = picturesDemanded;
    request.isCountSaid = true;
    request.seed = seedDemanded;
    request.negativePrompt = u"text"_s;
    request.format = ImageFormat::Avif;
    return request;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/fittedinputs.h"

#include "core/media/codec.h"
#include "core/media/inputpicture.h"
#include "core/media/mediareasons.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// A way to write the picture, each loses more than the one before.
struct Writing
{
    ImageFormat format = ImageFormat::Png;
    int compression = 0; ///< of lossy ones
};

bool isTaken(const QList<ImageFormat> &taken, ImageFormat format)
{
    return taken.isEmpty() || taken.contains(format);
}

QList<Writing> writings(const PlannedInput &input, const QList<ImageFormat> &taken, ImageFormat source, bool hasAlpha)
{
    constexpr int nextToNothingLost = 95;
    constexpr int hardlySeen = 85;
    const ImageFormat own = source == ImageFormat::Jpeg || source == ImageFormat::Png ? source : ImageFormat::Png;
    QList<Writing> ways {{input.format.value_or(isTaken(taken, own) ? own : taken.first()), nextToNothingLost}};
    if (input.maxBytes > 0) {
        const ImageFormat lossy = hasAlpha ? ImageFormat::Webp : ImageFormat::Jpeg;
        for (const int compression : {nextToNothingLost, hardlySeen}) {
            if (isTaken(taken, lossy)) {
                ways.append({lossy, compression});
            }
        }
    }
    return ways;
}

Result<QByteArray> writtenAs(const Writing &way, const QImage &image, const QByteArray &profile)
{
    EncodeOptions options;
    options.format = way.format;
    options.compression = way.compression;
    options.profile = profile;
    // Eight bits a channel is what all vendors take, as preparedInput() makes them.
    const auto pixels = image.hasAlphaChannel() ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    return encodeImage(image.convertToFormat(pixels), options);
}

QImage scaledTo(const QImage &image, QSize size)
{
    return fitImage(image, size, Fit::Stretch, Qt::transparent);
}

/// The first way that is light enough; else the lightest.
Result<QByteArray> lightEnough(const QImage &image, const QByteArray &profile, const QList<Writing> &ways,
                               qint64 maxBytes)
{
    Result<QByteArray> best = writtenAs(ways.first(), image, profile);
    for (qsizetype i = 1; i < ways.size() && best && maxBytes > 0 && best->size() > maxBytes; ++i) {
        const Result<QByteArray> next = writtenAs(ways.at(i), image, profile);
        if (!next || next->size() < best->size()) {
            best = next;
        }
    }
    return best;
}

Result<QByteArray> fitted(const QByteArray &bytes, const PlannedInput &input, const QList<ImageFormat> &taken)
{
    const Result<QImage> whole = decodeImage(bytes);
    if (!whole) {
        return whole.error();
    }
    const QByteArray profile = unreadProfile(bytes);
    const ImageFormat source = sniffFormat(bytes).value_or(ImageFormat::Png);
    const QList<Writing> ways = writings(input, taken, source, whole->hasAlphaChannel());
    QSize size = input.size.isValid() ? input.size : whole->size();
    constexpr int tries = 8;
    for (int i = 0; i < tries; ++i) {
        Result<QByteArray> written = lightEnough(scaledTo(*whole, size), profile, ways, input.maxBytes);
        if (!written || input.maxBytes <= 0 || written->size() <= input.maxBytes) {
            return written;
        }
        // Half the bytes want about half the pixels; a little less, so that one step is enough most times.
        constexpr double spare = 0.95;
        const double share = static_cast<double>(input.maxBytes) / static_cast<double>(written->size());
        size = (QSizeF(size) * std::sqrt(share) * spare).toSize().expandedTo(QSize(1, 1));
    }
    return notSent(ErrorKind::Unsupported, reasons::pictureNotLightEnough(input.maxBytes), u"image"_s);
}

/// Soft edges stay soft, and transparency is what tells which part is painted.
Result<QByteArray> maskOfSize(const QByteArray &mask, QSize size)
{
    const Result<QImage> image = decodeImage(mask);
    if (!image) {
        return image.error();
    }
    return writtenAs({ImageFormat::Png, 0}, scaledTo(*image, size), {});
}

Status fitMask(InputImage &mask, const QByteArray &picture)
{
    const Result<ImageInfo> sent = probeImage(picture);
    const Result<ImageInfo> own = probeImage(mask.bytes);
    if (!sent || !own || own->size == sent->size) {
        return Success {}; // adapters say what is wrong with a mask
    }
    Result<QByteArray> scaled = maskOfSize(mask.bytes, sent->size);
    if (!scaled) {
        return scaled.error();
    }
    mask.bytes = std::move(scaled).value();
    mask.name = inputName(mask.name, mask.bytes);
    return Success {};
}

} // namespace

Result<Plan> withFittedInputs(const Plan &plan)
{
    Plan sent = plan;
    for (qsizetype i = 0; i < plan.inputs.size(); ++i) {
        const PlannedInput &input = plan.inputs.at(i);
        if (input.isAsItCame()) {
            continue;
        }
        InputImage &image = sent.request.images[i];
        Result<QByteArray> bytes = fitted(image.bytes, input, plan.offer.inputFormats);
        if (!bytes) {
            return bytes.error();
        }
        image.bytes = std::move(bytes).value();
        image.name = inputName(image.name, image.bytes);
    }
    const qsizetype first = firstReference(sent.request);
    const bool isChanged = !plan.inputs.value(first).isAsItCame();
    if (sent.request.mask && first >= 0 && isChanged) {
        const Status fits = fitMask(*sent.request.mask, sent.request.images.at(first).bytes);
        if (!fits) {
            return fits.error();
        }
    }
    return sent;
}

} // namespace lightwell

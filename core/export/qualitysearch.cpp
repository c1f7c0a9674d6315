// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/qualitysearch.h"

#include "core/export/exportreasons.h"
#include "core/export/similarity.h"
#include "core/media/compression.h"

#include <QPainter>

namespace lightwell {

namespace {

constexpr int lowest = 0;
constexpr int highest = 100;

Result<Encoded> encodedAt(const QImage &image, EncodeOptions encoding, int quality)
{
    encoding.compression = quality;
    Result<QByteArray> bytes = encodeImage(image, encoding);
    return bytes ? Result<Encoded>(Encoded {std::move(bytes).value(), quality}) : bytes.error();
}

/// Bytes grow with the quality, all but for a few: what is found is within the limit in any case.
Result<Encoded> withinBytes(const QImage &image, const EncodeOptions &encoding, qint64 maxBytes)
{
    Result<Encoded> best = encodedAt(image, encoding, lowest);
    if (!best) {
        return best;
    }
    if (best->bytes.size() > maxBytes) {
        return notSent(ErrorKind::Invalid, reasons::notThatSmall(maxBytes, best->bytes.size()),
                       QStringLiteral("max-bytes"));
    }
    int below = lowest; // known to be small enough
    int above = highest + 1; // known not to be, or no quality
    while (above - below > 1) {
        const int middle = (below + above) / 2;
        Result<Encoded> tried = encodedAt(image, encoding, middle);
        if (!tried) {
            return tried;
        }
        if (tried->bytes.size() <= maxBytes) {
            below = middle;
            best = std::move(tried);
        } else {
            above = middle;
        }
    }
    return best;
}

Result<bool> looksTheSame(const QImage &image, const Encoded &encoded, const EncodeOptions &encoding)
{
    const Result<QImage> seen = decodeImage(encoded.bytes);
    if (!seen) {
        return seen.error();
    }
    return differenceOf(similarity(bestIn(image, encoding), *seen)) == Difference::None;
}

/// The lowest quality at which it looks the same; the highest there is, where even that differs.
Result<Encoded> visuallyLossless(const QImage &image, const EncodeOptions &encoding)
{
    Result<Encoded> best = encodedAt(image, encoding, highest);
    int below = lowest - 1; // known to differ, or no quality
    int above = highest; // taken to be good enough
    while (best && above - below > 1) {
        const int middle = (below + above) / 2;
        Result<Encoded> tried = encodedAt(image, encoding, middle);
        const Result<bool> isSame = tried ? looksTheSame(image, *tried, encoding) : tried.error();
        if (!isSame) {
            return isSame.error();
        }
        if (*isSame) {
            above = middle;
            best = std::move(tried);
        } else {
            below = middle;
        }
    }
    return best;
}

} // namespace

QImage bestIn(const QImage &image, const EncodeOptions &encoding)
{
    if (formatHasAlpha(encoding.format) || !image.hasAlphaChannel()) {
        return image;
    }
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(encoding.matte);
    QPainter painter(&flat);
    painter.drawImage(0, 0, image);
    return flat;
}

Result<Encoded> encodeAsWished(const QImage &image, const EncodeOptions &encoding, const ExportOptions &options)
{
    switch (options.by) {
    case ExportOptions::Quality::ForBytes:
        return withinBytes(image, encoding, options.maxBytes);
    case ExportOptions::Quality::VisuallyLossless:
        return visuallyLossless(image, encoding);
    case ExportOptions::Quality::Chosen:
        break;
    }
    const bool hasQuality = knobsOf(encoding.format).quality && !encoding.tuning.isLossless;
    Result<Encoded> encoded = encodedAt(image, encoding, options.quality.value_or(defaultCompression));
    if (encoded && !hasQuality) {
        encoded.value().quality.reset();
    }
    return encoded;
}

} // namespace lightwell

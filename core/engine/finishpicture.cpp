// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/finishpicture.h"

#include "core/adapter/vendorreasons.h"
#include "core/engine/callerrors.h"
#include "core/engine/callreasons.h"
#include "core/media/codec.h"
#include "core/media/mediareasons.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Finished
{
    QByteArray bytes;
    ImageFormat format = ImageFormat::Png;
    QSize size;
};

bool mustDecode(const FinishOrder &order, const ImageInfo &info)
{
    const PlannedOutput &output = order.output;
    return order.before || (output.format && *output.format != info.format)
        || (output.exactSize && *output.exactSize != info.size) || (output.compression && formatIsLossy(info.format));
}

/// Where the picture comes out in the shape it went in with, what is put back is scaled but once, or not at all: to the
/// size that is delivered.
bool isPutBackLast(const FinishOrder &order, QSize made)
{
    if (!order.before || !order.output.exactSize) {
        return false;
    }
    const Result<ImageInfo> own = probeImage(order.before->picture);
    return own && haveSameShape(made, own->size) && haveSameShape(*order.output.exactSize, own->size);
}

QImage exactly(const QImage &image, const PlannedOutput &output)
{
    return output.exactSize ? fitImage(image, *output.exactSize, output.fit, output.matte) : image;
}

Result<Finished> convert(const FinishOrder &order, const ImageInfo &info)
{
    const Result<QImage> decoded = decodeImage(order.image.bytes);
    if (!decoded) {
        return decoded.error();
    }
    const bool isPutBackAtLast = isPutBackLast(order, decoded->size());
    QImage image = isPutBackAtLast ? exactly(*decoded, order.output) : *decoded;
    if (order.before) {
        const Result<QImage> whole = keepOutsideMask(image, *order.before);
        if (!whole) {
            return whole.error();
        }
        image = *whole;
    }
    if (!isPutBackAtLast) {
        image = exactly(image, order.output);
    }
    EncodeOptions options;
    options.format = order.output.format.value_or(info.format);
    options.compression = order.output.compression;
    options.matte = order.output.matte;
    options.recipe = order.recipe;
    options.profile = unreadProfile(order.image.bytes);
    options.labels = readLabels(order.image.bytes);
    if (options.recipe) {
        options.recipe->size = image.size();
    }
    const Result<QByteArray> encoded = encodeImage(image, options);
    if (!encoded) {
        return encoded.error();
    }
    return Finished {*encoded, options.format, image.size()};
}

Finished keepAsIs(const FinishOrder &order, const ImageInfo &info)
{
    Finished finished {order.image.bytes, info.format, info.size};
    if (order.recipe) {
        Recipe recipe = *order.recipe;
        recipe.size = info.size;
        if (const Result<QByteArray> embedded = embedRecipe(order.image.bytes, info.format, recipe)) {
            finished.bytes = *embedded;
        }
    }
    return finished;
}

FinishedPicture kept(const Finished &finished, const MediaStore &media)
{
    const KeptPicture picture = media.keep(finished.bytes, finished.format, finished.size);
    return {picture.picture, picture.trouble};
}

/// What helps with a file of one's own does not help with a vendor's.
Reason asOfVendor(const Reason &reason)
{
    if (reason.code == QLatin1StringView(reasons::pictureBroken.code)) {
        return {QString::fromLatin1(reasons::pictureCameBroken.code), reason.values};
    }
    if (reason.code == QLatin1StringView(reasons::pictureOverPixels.code)) {
        return {QString::fromLatin1(reasons::pictureCameTooLarge.code), reason.values};
    }
    return reason.code == QLatin1StringView(reasons::notAPicture.code) ? reasons::noPictureCame() : reason;
}

/// It was paid for, whatever it is: somebody may know how to open it.
Error unusable(const Error &reason, const QString &path)
{
    Error error = reason;
    error.setReason(asOfVendor(reason.why()));
    error.kind = ErrorKind::Upstream;
    error.billing = Billing::Billed;
    if (!path.isEmpty()) {
        callerrors::tellAnswerKept(error, path);
    }
    return error;
}

Result<FinishedPicture> decodeAndFinish(const FinishOrder &order, const ImageInfo &info, const MediaStore &media)
{
    // Decoders have bugs, and this picture is paid for: it lies on the disk before one touches it.
    FinishedPicture original = kept({order.image.bytes, info.format, info.size}, media);
    const Result<Finished> converted = convert(order, info);
    if (!converted && isDamage(converted.error())) {
        return unusable(converted.error(), original.picture.path);
    }
    if (!converted) {
        const Reason trouble = original.complaint ? original.complaint->why() : Reason();
        original.complaint = converted.error();
        original.complaint->billing = Billing::Billed;
        original.complaint->setReason(Reason::both(original.complaint->why(), trouble));
        return original;
    }
    if (original.complaint) {
        return kept(*converted, media);
    }
    // The original lies where it should: it is not left for a file that would not.
    const Result<Picture> written = media.write(converted->bytes, converted->format, converted->size);
    if (written) {
        return FinishedPicture {*written, {}};
    }
    original.complaint = written.error();
    original.complaint->billing = Billing::Billed;
    return original;
}

Result<FinishedPicture> keepAndCheck(const FinishOrder &order, const ImageInfo &info, const MediaStore &media)
{
    FinishedPicture picture = kept(keepAsIs(order, info), media); // before a decoder touches it, here too
    const Status checked = checkImage(order.image.bytes);
    if (!checked && isDamage(checked.error())) {
        return unusable(checked.error(), picture.picture.path);
    }
    return picture;
}

/// A checker's flag takes the picture away only where it is seen to be gone.
bool isOfOneColour(const QByteArray &bytes)
{
    const Result<QImage> decoded = decodeImage(bytes);
    if (!decoded) {
        return false;
    }
    constexpr int slack = 2; // of a lossy format
    const QImage image = decoded->convertToFormat(QImage::Format_ARGB32);
    const QRgb first = image.pixel(0, 0);
    const auto isNear = [first](QRgb pixel) {
        return std::abs(qRed(pixel) - qRed(first)) <= slack && std::abs(qGreen(pixel) - qGreen(first)) <= slack
            && std::abs(qBlue(pixel) - qBlue(first)) <= slack && std::abs(qAlpha(pixel) - qAlpha(first)) <= slack;
    };
    for (int y = 0; y < image.height(); ++y) {
        const QRgb *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (!std::all_of(line, line + image.width(), isNear)) {
            return false;
        }
    }
    return true;
}

Error contentComplaint(const Reason &reason)
{
    Error error;
    error.kind = ErrorKind::ContentPolicy;
    error.billing = Billing::Billed;
    error.setReason(reason);
    return error;
}

Error flagged(const QString &vendor)
{
    Error error = contentComplaint(reasons::pictureFlagged(vendor));
    error.code = QString::fromLatin1(pictureFlaggedCode);
    return error;
}

Error blackedOut(const FinishOrder &order, const MediaStore &media)
{
    Error error = contentComplaint(reasons::pictureBlackedOut(order.image.flaggedBy));
    if (const Result<QString> path = media.keepUnread(order.image.bytes)) {
        callerrors::tellAnswerKept(error, *path);
    }
    return error;
}

/// What was asked for and sent: numbers as they were sent, words in Lightwell's form.
Tuning sentTuning(const Plan &plan)
{
    Tuning tuning;
    for (const QString &name : Tuning::names()) {
        const QJsonValue sent = plan.tuning.value(name);
        if (!sent.isUndefined() && !(sent.isDouble() && tuning.read(name, sent))) {
            (void)tuning.read(name, plan.request.tuning.value(name));
        }
    }
    return tuning;
}

/// What is known of a picture before it is decoded. A drawing that Lightwell will not draw is whole all the same.
Result<ImageInfo> headOf(const QByteArray &bytes)
{
    const Result<ImageInfo> info = probeImage(bytes);
    const bool isDrawing = !info && sniffFormat(bytes) == ImageFormat::Svg && !isDamage(info.error());
    return isDrawing ? ImageInfo {ImageFormat::Svg, {}} : info;
}

} // namespace

Recipe recipeOf(const Plan &plan, const PlannedCall &call, const ProducedMedia &image, Money cost, const QDateTime &now)
{
    Recipe recipe;
    recipe.prompt = plan.request.prompt;
    recipe.negativePrompt = plan.negativePrompt;
    recipe.model = plan.offer.model;
    recipe.provider = plan.offer.provider;
    recipe.providerModel = plan.offer.providerModel;
    recipe.seed = image.seed ? image.seed : call.seed;
    recipe.tuning = sentTuning(plan);
    recipe.isEdit = plan.request.isEdit();
    recipe.cost = cost;
    recipe.createdAt = now.toUTC();
    recipe.version = QStringLiteral(LIGHTWELL_VERSION);
    return recipe;
}

Result<FinishedPicture> finishPicture(const FinishOrder &order, const MediaStore &media)
{
    const Result<ImageInfo> info = headOf(order.image.bytes);
    if (!info) {
        const Result<QString> path = media.keepUnread(order.image.bytes);
        return unusable(info.error(), path ? *path : QString());
    }
    if (!order.image.flaggedBy.isEmpty() && isOfOneColour(order.image.bytes)) {
        return blackedOut(order, media);
    }
    const bool isChanged = mustDecode(order, *info);
    Result<FinishedPicture> result =
        isChanged ? decodeAndFinish(order, *info, media) : keepAndCheck(order, *info, media);
    if (result) {
        result.value().hasEarlier = isChanged;
        result.value().picture.seed = order.image.seed;
        result.value().picture.revisedPrompt = order.image.revisedPrompt;
        if (!order.image.flaggedBy.isEmpty() && !result->complaint) {
            result.value().complaint = flagged(order.image.flaggedBy);
        }
    }
    return result;
}

} // namespace lightwell

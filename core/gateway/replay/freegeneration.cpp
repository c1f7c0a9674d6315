// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/freegeneration.h"

#include "core/gateway/replay/placeholder.h"
#include "core/media/codec.h"
#include "core/planning/planner.h"

#include <QUuid>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualPixels = 1024LL * 1024;
constexpr int longestGuess = 4096;

/// A vendor that keeps the shape of what it is given, as upscalers do.
QSize sizeOfInput(const Plan &plan)
{
    const Result<ImageInfo> info =
        plan.request.images.isEmpty() ? Result<ImageInfo>(Error()) : probeImage(plan.request.images.first().bytes);
    if (!info || info->size.isEmpty()) {
        return {};
    }
    const double factor =
        plan.request.operation == Operation::Upscale ? plan.request.tuning.scaleFactor.value_or(2) : 1;
    const QSize wish = (QSizeF(info->size) * factor).toSize();
    const QSize most(longestGuess, longestGuess);
    return wish.boundedTo(most) == wish ? wish : wish.scaled(most, Qt::KeepAspectRatio);
}

Request withoutPictures(Request request)
{
    request.images.clear();
    request.mask.reset();
    return request;
}

/// As the answer to this call: nothing was paid, nobody was called.
void makeFree(Generation &generation, const GenerationCall &call)
{
    generation.request = withoutPictures(call.request);
    generation.plan->request = generation.request;
    generation.cost = Money::zero();
    generation.estimate = Money::zero();
    generation.attempts.clear();
    generation.notices.clear();
    generation.error.reset();
    generation.origin = {Origin::Kind::Gateway, {}};
}

/// The same picture as a file of the asked format; itself where it cannot be.
Picture inFormat(const Picture &picture, const QByteArray &bytes, const Request &request, const MadePictures &made,
                 const QString &generation)
{
    const ImageFormat format = request.format.value_or(picture.format);
    if (format == picture.format || format == ImageFormat::Svg || picture.format == ImageFormat::Svg) {
        return picture;
    }
    const Result<QImage> image = decodeImage(bytes);
    EncodeOptions options;
    options.format = format;
    options.compression = request.compression;
    options.matte = request.matte;
    options.labels = readLabels(bytes);
    options.profile = unreadProfile(bytes);
    const Result<QByteArray> encoded = image ? encodeImage(*image, options) : Result<QByteArray>(image.error());
    if (!encoded) {
        return picture;
    }
    Picture converted = made.keep(*encoded, format, image->size(), generation);
    converted.seed = picture.seed;
    converted.revisedPrompt = picture.revisedPrompt;
    return converted;
}

} // namespace

QSize placeholderSize(const Plan &plan)
{
    if (const QSize known = sizeThatComesOut(plan); !known.isEmpty()) {
        return known;
    }
    const SizeRequest &asked = plan.request.size;
    if (plan.size.pixels) {
        return *plan.size.pixels;
    }
    const std::optional<AspectRatio> ratio = plan.size.ratio ? plan.size.ratio : asked.ratio;
    const std::optional<ResolutionTier> tier = plan.size.tier ? plan.size.tier : asked.tier;
    if (const QSize input = sizeOfInput(plan); !ratio && !tier && !input.isEmpty()) {
        return input;
    }
    return sizeFor(ratio.value_or(AspectRatio()), tier ? tierPixels(*tier) : usualPixels);
}

Result<Generation> mockGeneration(const Route &route, const GenerationCall &call, const MadePictures &made,
                                  const QDateTime &now)
{
    const Plan &plan = route.plans.constFirst().plan;
    Generation generation;
    generation.id = u"mock_"_s + QUuid::createUuid().toString(QUuid::Id128);
    generation.plan = plan;
    generation.status = GenerationStatus::Completed;
    generation.createdAt = now;
    generation.endedAt = now;
    generation.route = placesOf(route);
    Placeholder order;
    order.size = placeholderSize(plan);
    order.format = plan.output.format.value_or(plan.output.upstreamFormat);
    order.compression = plan.output.compression ? plan.output.compression : plan.output.upstreamCompression;
    order.isTransparent = plan.background == "transparent"_L1;
    order.matte = plan.output.matte;
    for (const PlannedCall &planned : plan.calls) {
        for (int i = 0; i < planned.n; ++i) {
            order.colours =
                u"%1 %2 %3"_s.arg(plan.offer.model).arg(planned.seed.value_or(-1)).arg(generation.pictures.size());
            const Result<QByteArray> bytes = draw(order);
            if (!bytes) {
                return bytes.error();
            }
            Picture picture = made.keep(*bytes, order.format, order.size);
            picture.seed = planned.seed;
            generation.pictures.append(picture);
        }
    }
    makeFree(generation, call);
    return generation;
}

std::optional<Generation> revivedGeneration(Generation kept, const GenerationCall &call, const MediaStore &media,
                                            const MadePictures &made)
{
    if (kept.status != GenerationStatus::Completed || !kept.plan || kept.pictures.isEmpty()) {
        return std::nullopt;
    }
    const bool isAsBefore = kept.request.n == call.request.n;
    const qsizetype count = isAsBefore ? kept.pictures.size() : call.request.n;
    const bool keepsFormat = kept.request.format == call.request.format;
    QList<Picture> pictures;
    for (qsizetype i = 0; i < std::min(count, kept.pictures.size()); ++i) {
        Picture picture = kept.pictures.at(i);
        const Result<QByteArray> bytes = media.read(picture.id);
        picture.path = media.pathOf(picture.id); // the home may have moved
        if (!bytes || picture.path.isEmpty()) {
            return std::nullopt;
        }
        pictures.append(keepsFormat ? picture : inFormat(picture, *bytes, call.request, made, kept.id));
    }
    kept.pictures = pictures;
    while (kept.pictures.size() < count) { // more than were recorded: once more from the first
        kept.pictures.append(pictures.at(kept.pictures.size() % pictures.size()));
    }
    kept.route.clear();
    makeFree(kept, call);
    return kept;
}

} // namespace lightwell

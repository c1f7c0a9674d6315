// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportpicture.h"

#include "core/export/qualitysearch.h"
#include "core/export/resizing.h"
#include "core/media/animation.h"
#include "core/media/codecs/qtreader.h"
#include "core/media/metadata/isoitems.h"
#include "core/media/metadata/orientation.h"
#include "core/media/metadata/stripped.h"

namespace lightwell {

namespace {

/// Nothing is asked that changes a pixel.
bool keepsPixels(const ImageInfo &source, const ExportOptions &options)
{
    return source.format == options.format && options.by == ExportOptions::Quality::Chosen && !options.quality
        && options.tuning == EncodeTuning() && resizedTo(source.size, options) == source.size;
}

/// What says that it lies on its side goes with the rest of the EXIF block.
bool isUpright(const QByteArray &source, ImageFormat format)
{
    const auto turn =
        format == ImageFormat::Jpeg ? codecs::turnedByItsFile(source, "jpeg") : metadata::orientationIn(source, format);
    return turn == QImageIOHandler::TransformationNone;
}

/// The file without what other programs wrote into it, place and camera before all; nothing where that cannot be taken
/// out, so that it is to be written anew: a TIFF loses nothing by it.
std::optional<QByteArray> withoutForeignTexts(const QByteArray &source, const EncodeOptions &encoding)
{
    const auto has = [&source](const char *name) { return source.contains(name); };
    switch (encoding.format) {
    case ImageFormat::Avif: // a recipe of ours may take the place of what is there
        return (encoding.recipe && metadata::isAllReplacedByItems(source))
                || !(has("Exif") || has("mime") || has("uuid") || has("free") || has("skip"))
            ? std::optional(source)
            : std::nullopt;
    default:
        return metadata::withoutPrivateData(source, encoding.format, metadata::PngFrames::All);
    }
}

/// The same pixels in a file of their own; nothing where only writing them anew brings them there.
std::optional<Result<Encoded>> kept(const QByteArray &source, const ImageInfo &info, const EncodeOptions &encoding,
                                    const ExportOptions &options)
{
    const std::optional<QByteArray> bytes = keepsPixels(info, options) && isUpright(source, info.format)
        ? withoutForeignTexts(source, encoding)
        : std::nullopt;
    if (!bytes) {
        return std::nullopt;
    }
    if (const Status whole = checkImage(source); !whole) {
        return Result<Encoded>(whole.error());
    }
    const QByteArray labelled = withLabels(*bytes, encoding.labels, encoding.createdAt);
    if (!encoding.recipe) {
        return Result<Encoded>(Encoded {labelled, std::nullopt});
    }
    Result<QByteArray> carrying = embedRecipe(labelled, encoding.format, *encoding.recipe); // keeps China's label
    return carrying ? Result<Encoded>(Encoded {std::move(carrying).value(), std::nullopt}) : carrying.error();
}

Result<Encoded> writtenAnew(const QByteArray &source, const ImageInfo &info, const EncodeOptions &encoding,
                            const ExportOptions &options)
{
    const Result<QImage> image = decodeImage(source);
    if (!image) {
        return image.error();
    }
    const QImage upright = metadata::turned(*image, metadata::orientationIn(source, info.format));
    return encodeAsWished(resized(upright, options), encoding, options);
}

/// As it is seen: the decoders of PNG and WebP do not turn.
QSize uprightSize(const QByteArray &source, const ImageInfo &info)
{
    const bool isOnItsSide = metadata::orientationIn(source, info.format) & QImageIOHandler::TransformationRotate90;
    return isOnItsSide ? info.size.transposed() : info.size;
}

/// What is said of it, by its file or else by the books.
struct Said
{
    std::optional<Recipe> recipe;
    AiLabels labels;
};

Said saidOf(const QByteArray &source, const RecipeInBooks &inBooks)
{
    Said said {readRecipe(source), readLabels(source)};
    if (said.recipe || !inBooks) {
        return said;
    }
    said.recipe = inBooks();
    if (said.recipe && said.labels.digitalSourceType.isEmpty()) {
        said.labels.digitalSourceType =
            QString::fromLatin1(said.recipe->isEdit ? sourcetype::edited : sourcetype::generated);
    }
    return said;
}

ExportFacts factsOf(const std::optional<Recipe> &recipe, QSize size)
{
    ExportFacts facts;
    facts.size = size;
    if (recipe) {
        facts.prompt = recipe->prompt;
        facts.model = recipe->model;
        facts.provider = recipe->provider;
        facts.seed = recipe->seed;
        facts.createdAt = recipe->createdAt;
    }
    return facts;
}

} // namespace

Result<ExportFacts> exportFacts(const QByteArray &source, const ExportOptions &options, const RecipeInBooks &inBooks)
{
    const Result<ImageInfo> info = probeImage(source);
    if (!info) {
        return info.error();
    }
    return factsOf(saidOf(source, inBooks).recipe, resizedTo(uprightSize(source, *info), options));
}

AiLabels exportLabels(const QByteArray &source, const RecipeInBooks &inBooks)
{
    return saidOf(source, inBooks).labels;
}

EncodeOptions encodingFor(const ExportOptions &options)
{
    EncodeOptions encoding;
    encoding.format = options.format;
    encoding.matte = options.matte;
    encoding.tuning = options.tuning;
    if (options.format == ImageFormat::Avif && !encoding.tuning.effort) {
        // Nobody waits for an answer here: a tenth or two fewer bytes than at the gateway's effort, in up to twice its
        // time.
        constexpr int avifEffort = 4;
        encoding.tuning.effort = avifEffort;
    }
    return encoding;
}

Result<ExportedPicture> exportPicture(const QByteArray &source, const ExportOptions &options,
                                      const RecipeInBooks &inBooks)
{
    const Result<ImageInfo> info = probeImage(source);
    if (!info) {
        return info.error();
    }
    const QSize size = resizedTo(uprightSize(source, *info), options);
    auto [recipe, labels] = saidOf(source, inBooks);
    EncodeOptions encoding = encodingFor(options);
    encoding.profile = unreadProfile(source);
    encoding.labels = labels;
    if (!options.writesLabel) {
        encoding.labels.digitalSourceType.clear();
    }
    const ExportFacts facts = factsOf(recipe, size);
    if (recipe && options.writesDate) {
        encoding.createdAt = recipe->createdAt;
    }
    if (recipe && options.writesRecipe && formatCarriesRecipe(options.format)) {
        recipe->size = size;
        recipe->createdAt = encoding.createdAt;
        recipe->isLabelled = options.writesLabel;
        encoding.recipe = std::move(recipe);
    }
    std::optional<Result<Encoded>> unchanged = kept(source, *info, encoding, options);
    Result<Encoded> encoded = unchanged ? *std::move(unchanged) : writtenAnew(source, *info, encoding, options);
    if (!encoded) {
        return encoded.error();
    }
    const bool isLost = hasCredentials(source) && !hasCredentials(encoded->bytes);
    const bool hasFewer = isAnimated(source) && !isAnimated(encoded->bytes);
    return ExportedPicture {std::move(encoded.value().bytes), facts, encoded->quality, hasFewer, isLost};
}

} // namespace lightwell

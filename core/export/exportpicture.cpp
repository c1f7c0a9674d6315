// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportpicture.h"

#include "core/export/qualitysearch.h"
#include "core/export/resizing.h"
#include "core/media/metadata/recipefiles.h"
#include "core/media/metadata/stripped.h"

namespace lightwell {

namespace {

/// Nothing is asked that changes a pixel.
bool keepsPixels(const ImageInfo &source, const ExportOptions &options)
{
    return source.format == options.format && options.by == ExportOptions::Quality::Chosen && !options.quality
        && options.tuning == EncodeTuning() && resizedTo(source.size, options) == source.size;
}

Result<Encoded> withoutForeignTexts(const QByteArray &source, const EncodeOptions &encoding)
{
    const std::optional<QByteArray> stripped = metadata::withoutPrivateData(source, encoding.format);
    const QByteArray bytes = stripped.value_or(source);
    if (!encoding.recipe) {
        return Encoded {withLabels(bytes, encoding.labels), std::nullopt};
    }
    Result<QByteArray> carrying =
        metadata::withRecipe(bytes, encoding.format, *encoding.recipe, {0, encoding.labels.aigc});
    return carrying ? Result<Encoded>(Encoded {std::move(carrying).value(), std::nullopt}) : carrying.error();
}

Result<Encoded> writtenAnew(const QByteArray &source, const EncodeOptions &encoding, const ExportOptions &options)
{
    const Result<QImage> image = decodeImage(source);
    return image ? encodeAsWished(resized(*image, options), encoding, options) : Result<Encoded>(image.error());
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

Result<ExportedPicture> exportPicture(const QByteArray &source, const ExportOptions &options)
{
    const Result<ImageInfo> info = probeImage(source);
    if (!info) {
        return info.error();
    }
    const QSize size = resizedTo(info->size, options);
    std::optional<Recipe> recipe = readRecipe(source);
    EncodeOptions encoding;
    encoding.format = options.format;
    encoding.matte = options.matte;
    encoding.tuning = options.tuning;
    encoding.profile = unreadProfile(source);
    encoding.labels = readLabels(source);
    const ExportFacts facts = factsOf(recipe, size);
    if (recipe && options.writesRecipe && formatCarriesRecipe(options.format)) {
        recipe->size = size;
        encoding.recipe = std::move(recipe);
    }
    Result<Encoded> encoded =
        keepsPixels(*info, options) ? withoutForeignTexts(source, encoding) : writtenAnew(source, encoding, options);
    if (!encoded) {
        return encoded.error();
    }
    const bool isLost = hasCredentials(source) && !hasCredentials(encoded->bytes);
    return ExportedPicture {std::move(encoded.value().bytes), facts, encoded->quality, isLost};
}

} // namespace lightwell

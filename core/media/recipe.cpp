// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/recipe.h"

#include "core/media/mediaerrors.h"
#include "core/media/metadata/avifitems.h"
#include "core/media/metadata/boxes.h"
#include "core/media/metadata/gifcomment.h"
#include "core/media/metadata/packets.h"
#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/recipetext.h"
#include "core/media/metadata/webpchunks.h"
#include "core/model/json.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr const char *textKeyword = "Lightwell";
constexpr const char *xmpKeyword = "XML:com.adobe.xmp";
constexpr const char *commentPrefix = "Lightwell ";
/// A segment holds 65,533 bytes; the rest is for its name and for what the file brings along.
constexpr qsizetype roomInJpegSegment = 60000;

Result<QByteArray> orBroken(const std::optional<QByteArray> &bytes, ImageFormat format)
{
    if (!bytes) {
        return mediaerrors::broken(format);
    }
    return *bytes;
}

Result<QByteArray> intoPng(const QByteArray &bytes, const Recipe &recipe, const QByteArray &text,
                           const metadata::Packets &packets)
{
    using namespace metadata;
    return orBroken(withPngChunks(bytes,
                                  {internationalText(textKeyword, text),
                                   internationalText("parameters", parametersText(recipe).toUtf8()),
                                   internationalText("Description", recipe.prompt.toUtf8()),
                                   internationalText("Software", creatorTool(recipe).toUtf8()),
                                   internationalText(xmpKeyword, packets.xmp),
                                   {"eXIf", packets.exif}}),
                    ImageFormat::Png);
}

Result<QByteArray> intoJxl(const QByteArray &bytes, const metadata::Packets &packets)
{
    // In an Exif box four bytes stand first that say how far the TIFF header is away.
    const QList<metadata::Box> boxes {{"Exif", QByteArray(4, '\0') + packets.exif}, {"xml ", packets.xmp}};
    return orBroken(metadata::withBoxes(metadata::asJxlContainer(bytes), boxes), ImageFormat::Jxl);
}

/// A finished AVIF or HEIF file keeps its inner tables, which are full of positions; the standard lets XMP stand in
/// a box of its own behind everything instead.
Result<QByteArray> intoBaseMedia(const QByteArray &bytes, ImageFormat format, const metadata::Packets &packets)
{
    return orBroken(metadata::withBoxes(bytes, {{"uuid", metadata::xmpBoxId() + packets.xmp}}), format);
}

std::optional<Recipe> fromEither(const QByteArray &xmp, const QByteArray &exif)
{
    const std::optional<Recipe> recipe = metadata::recipeFromXmp(xmp);
    return recipe ? recipe : metadata::recipeFromExif(exif);
}

std::optional<Recipe> fromPng(const QByteArray &bytes)
{
    const std::optional<Recipe> recipe = metadata::recipeFromText(metadata::pngText(bytes, textKeyword));
    return recipe ? recipe : metadata::recipeFromXmp(metadata::pngText(bytes, xmpKeyword));
}

std::optional<Recipe> fromJxl(const QByteArray &bytes)
{
    const QByteArrayList xmp = metadata::boxContents(bytes, "xml ");
    const QByteArrayList exif = metadata::boxContents(bytes, "Exif");
    return fromEither(xmp.isEmpty() ? QByteArray() : xmp.last(), exif.isEmpty() ? QByteArray() : exif.last().mid(4));
}

std::optional<Recipe> fromBaseMedia(const QByteArray &bytes, ImageFormat format)
{
    const QByteArrayList boxes = metadata::boxContents(bytes, "uuid");
    for (const QByteArray &box : boxes) {
        if (box.startsWith(metadata::xmpBoxId())) {
            return metadata::recipeFromXmp(box.mid(metadata::xmpBoxId().size()));
        }
    }
    if (format != ImageFormat::Avif) {
        return std::nullopt;
    }
    const metadata::Packets packets = metadata::avifPackets(bytes);
    return fromEither(packets.xmp, packets.exif);
}

} // namespace

QJsonObject Recipe::toJson() const
{
    QJsonObject object;
    json::putIfSet(object, "prompt"_L1, prompt);
    json::putIfSet(object, "negative_prompt"_L1, negativePrompt);
    json::putIfSet(object, "model"_L1, model);
    json::putIfSet(object, "provider"_L1, provider);
    json::putIfSet(object, "provider_model"_L1, providerModel);
    json::putIfSet(object, "seed"_L1, seed);
    if (size.isValid()) {
        object.insert("width"_L1, size.width());
        object.insert("height"_L1, size.height());
    }
    if (cost.isKnown()) {
        object.insert("cost_micros"_L1, cost.toJson());
    }
    json::putIfSet(object, "created_at"_L1, json::fromTime(createdAt));
    object.insert("lightwell"_L1, version);
    return object;
}

std::optional<Recipe> Recipe::fromJson(const QJsonObject &object)
{
    if (!object.contains("lightwell"_L1)) {
        return std::nullopt; // some other program's JSON
    }
    Recipe recipe;
    recipe.prompt = object.value("prompt"_L1).toString();
    recipe.negativePrompt = object.value("negative_prompt"_L1).toString();
    recipe.model = object.value("model"_L1).toString();
    recipe.provider = object.value("provider"_L1).toString();
    recipe.providerModel = object.value("provider_model"_L1).toString();
    if (object.value("seed"_L1).isDouble()) {
        recipe.seed = object.value("seed"_L1).toInteger();
    }
    if (object.contains("width"_L1)) {
        recipe.size = QSize(object.value("width"_L1).toInt(), object.value("height"_L1).toInt());
    }
    recipe.cost = Money::fromJson(object.value("cost_micros"_L1));
    recipe.createdAt = json::toTime(object.value("created_at"_L1));
    recipe.version = object.value("lightwell"_L1).toString();
    return recipe;
}

bool formatCarriesRecipe(ImageFormat format)
{
    return format != ImageFormat::Svg;
}

Result<QByteArray> embedRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe)
{
    if (!formatCarriesRecipe(format)) {
        return bytes;
    }
    const qsizetype maxBytes = format == ImageFormat::Jpeg ? roomInJpegSegment : 0;
    const QByteArray text = metadata::recipeText(recipe);
    const metadata::Packets packets = metadata::packetsFor(recipe, text, maxBytes);
    switch (format) {
    case ImageFormat::Png:
        return intoPng(bytes, recipe, text, packets);
    case ImageFormat::Webp:
        return metadata::withWebpChunks(bytes, {{"EXIF", packets.exif}, {"XMP ", packets.xmp}});
    case ImageFormat::Jxl:
        return intoJxl(bytes, packets);
    case ImageFormat::Avif:
    case ImageFormat::Heif:
        return intoBaseMedia(bytes, format, packets);
    case ImageFormat::Jpeg:
    case ImageFormat::Tiff:
        return metadata::withPackets(bytes, format, packets);
    case ImageFormat::Gif:
        return orBroken(metadata::withGifComment(bytes, commentPrefix, text), format);
    case ImageFormat::Svg:
        break;
    }
    return bytes;
}

std::optional<Recipe> readRecipe(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    if (!format) {
        return std::nullopt;
    }
    switch (*format) {
    case ImageFormat::Png:
        return fromPng(bytes);
    case ImageFormat::Webp:
        return fromEither(metadata::webpChunk(bytes, "XMP "), metadata::webpChunk(bytes, "EXIF"));
    case ImageFormat::Jxl:
        return fromJxl(bytes);
    case ImageFormat::Avif:
    case ImageFormat::Heif:
        return fromBaseMedia(bytes, *format);
    case ImageFormat::Jpeg:
    case ImageFormat::Tiff:
        return metadata::recipeFromFile(bytes, *format);
    case ImageFormat::Gif:
        return metadata::recipeFromText(metadata::gifComment(bytes, commentPrefix));
    case ImageFormat::Svg:
        break;
    }
    return std::nullopt;
}

} // namespace lightwell

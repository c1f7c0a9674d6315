// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/claims.h"

#include "core/media/metadata/credentials.h"
#include "core/media/metadata/filetexts.h"
#include "core/media/metadata/hiddentext.h"
#include "core/media/metadata/labels.h"
#include "core/media/metadata/readers/readers.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// Lossy formats keep no lowest bit.
bool mayHideText(ImageFormat format)
{
    return format == ImageFormat::Png || format == ImageFormat::Webp;
}

std::optional<ClaimedRecipe> hiddenRecipe(const QByteArray &bytes, const DecodeLimits &limits)
{
    const Result<QImage> image = decodeImage(bytes, limits);
    return image ? metadata::readers::anyForm(metadata::hiddenText(*image), true) : std::nullopt;
}

QString provenanceIn(const metadata::FileTexts &texts)
{
    for (const metadata::XmpFields &xmp : texts.xmp) {
        if (QString place = xmp.value(metadata::xmpns::dcterms, "provenance"_L1); !place.isEmpty()) {
            return place;
        }
    }
    return {};
}

} // namespace

PictureClaims readClaims(const QByteArray &bytes, const DecodeLimits &limits)
{
    PictureClaims claims;
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    if (!format || bytes.size() > limits.maxBytes) {
        return claims;
    }
    const metadata::FileTexts texts = metadata::fileTexts(bytes, *format);
    claims.own = metadata::ownRecipe(texts);
    claims.recipe = metadata::claimedRecipe(texts);
    claims.labels = metadata::labelsIn(texts);
    claims.credentials = metadata::claimedCredentials(texts.credentials);
    claims.remoteCredentials = provenanceIn(texts);
    if (!claims.recipe && mayHideText(*format)) {
        claims.recipe = hiddenRecipe(bytes, limits);
    }
    return claims;
}

void addFromBooks(PictureClaims &claims, const Recipe &recipe)
{
    claims.own = recipe;
    claims.recipe = metadata::readers::ofLightwell(recipe);
    claims.isInBooks = true;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sizewords.h"

namespace lightwell {

namespace {

bool readAutomatic(const QString &text, SizeRequest &size)
{
    const bool automatic = text.trimmed().compare(QLatin1StringView("auto"), Qt::CaseInsensitive) == 0;
    size.automatic = size.automatic || automatic;
    return automatic;
}

} // namespace

bool readSizeWord(const QString &text, SizeRequest &size)
{
    if (readAutomatic(text, size)) {
        return true;
    }
    if (const std::optional<QSize> pixels = sizeFromString(text)) {
        size.pixels = pixels;
        return true;
    }
    return readRatioWord(text, size) || readTierWord(text, size);
}

bool readRatioWord(const QString &text, SizeRequest &size)
{
    if (readAutomatic(text, size)) {
        return true;
    }
    const std::optional<AspectRatio> ratio = AspectRatio::parse(text);
    if (!size.ratio) {
        size.ratio = ratio;
    }
    return ratio.has_value();
}

bool readTierWord(const QString &text, SizeRequest &size)
{
    if (readAutomatic(text, size)) {
        return true;
    }
    const std::optional<ResolutionTier> tier = tierFromName(text);
    if (!size.tier) {
        size.tier = tier;
    }
    return tier.has_value();
}

} // namespace lightwell

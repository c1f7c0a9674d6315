// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/money.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QSize>
#include <QString>

#include <optional>

namespace lightwell {

/// How a picture was made, carried inside the file: PNG text, EXIF and XMP. Read back when it is dropped in.
struct Recipe
{
    QString prompt;
    QString negativePrompt;
    QString model; ///< slug
    QString provider;
    QString providerModel;
    std::optional<qint64> seed;
    QSize size; ///< of the delivered picture
    Money cost; ///< of this one picture
    QDateTime createdAt; ///< UTC
    QString version; ///< Lightwell's

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static std::optional<Recipe> fromJson(const QJsonObject &object);
    friend bool operator==(const Recipe &, const Recipe &) = default;
};

/// Adds the recipe without touching a pixel, in place of an earlier one. Formats that cannot carry one come back
/// unchanged. A JPEG has no room for prompts of tens of thousands of characters: they are cut to 4,000. A finished
/// AVIF or HEIF gets XMP alone, in a box behind the picture; encodeImage() writes AVIF with EXIF and XMP.
[[nodiscard]] Result<QByteArray> embedRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe);
[[nodiscard]] std::optional<Recipe> readRecipe(const QByteArray &bytes);
[[nodiscard]] bool formatCarriesRecipe(ImageFormat format);

} // namespace lightwell

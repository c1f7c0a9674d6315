// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "core/model/money.h"
#include "core/model/result.h"
#include "core/model/tuning.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QSize>
#include <QString>

#include <optional>

namespace lightwell {

/// How Lightwell made a picture, carried inside the file in its own form, in AUTOMATIC1111's, and as IPTC's labels of
/// AI. Read back when it is dropped in; what other programs write is read by core/media/claims.h.
struct Recipe
{
    QString prompt;
    QString negativePrompt;
    QString model; ///< slug
    QString provider;
    QString providerModel;
    std::optional<qint64> seed;
    Tuning tuning; ///< what was said
    QSize size; ///< of the delivered picture
    bool isEdit = false; ///< a picture that was given is part of it: IPTC's label says so
    Money cost; ///< of this one picture
    QDateTime createdAt; ///< UTC
    QString version; ///< Lightwell's
    bool isLabelled = true; ///< files say beside it, in IPTC's words, that AI made the picture

    [[nodiscard]] QByteArray toJson() const; ///< compact, names in order
    [[nodiscard]] static std::optional<Recipe> fromJson(const QJsonObject &object);
    friend bool operator==(const Recipe &, const Recipe &) = default;
};

/// Adds the recipe without touching a pixel, in place of an earlier one. Formats that cannot carry one come back
/// unchanged, and so do files with content credentials (C2PA), which any change would make invalid: there the recipe
/// lies in the database alone. A JPEG has no room for prompts of tens of thousands of characters: they are cut to
/// 4,000. A finished AVIF or HEIF whose tables cannot be changed gets XMP alone, in a box behind the picture.
[[nodiscard]] Result<QByteArray> embedRecipe(const QByteArray &bytes, ImageFormat format, const Recipe &recipe);
/// What Lightwell wrote, today or earlier; decodes no pixel.
[[nodiscard]] std::optional<Recipe> readRecipe(const QByteArray &bytes);
/// Whether the file holds content credentials (C2PA), of whatever worth.
[[nodiscard]] bool hasCredentials(const QByteArray &bytes);
[[nodiscard]] bool formatCarriesRecipe(ImageFormat format);

} // namespace lightwell

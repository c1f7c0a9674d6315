// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/request.h"
#include "ui/references/reference.h"

#include <QStringList>

namespace lightwell {

/// Everything the person filled in on the Compare page, as a value. What each model is asked is made of it.
struct CompareForm
{
    static constexpr int maxModels = 8;
    static constexpr int maxPictures = 10;
    static constexpr int shownPreviews = 2; ///< enough to see where a picture goes; each of them costs

    QString prompt;
    QString negativePrompt;
    QStringList models; ///< slugs, in the order of the columns
    QList<Reference> references; ///< pictures that go in, in order
    SizeRequest size; ///< none: that of the first reference picture
    Fit fit = Fit::Crop; ///< counts for exact sizes only
    int pictures = 1; ///< rows: pictures of each model
    std::optional<qint64> seed; ///< of the first row; each further row takes the next number
    std::optional<ImageFormat> format; ///< nothing: as the vendor makes it
    int compression = 85;
    QString quality; ///< "low", "medium", "high"; empty: as each model does by itself
    QString background; ///< "opaque", "transparent"; empty: the same
    Tuning tuning; ///< what many vendors share and call otherwise
    QString project; ///< what the pictures are for; empty: nothing in particular
    int previews = 0; ///< sketches while a picture is made; a setting, so not kept with the form

    /// What `model` is asked for the picture in `row`: always one picture, so that each can be cancelled alone.
    [[nodiscard]] Request request(const QString &model, int row) const;
    /// A mask holds for the canvas it was painted on: what is made has its shape.
    [[nodiscard]] bool hasMask() const { return maskOf(references) != nullptr; }
    [[nodiscard]] bool takesCompression() const { return format && formatIsLossy(*format); }

    /// What was filled in for `request`, as far as it tells: one picture of its model, without a project.
    [[nodiscard]] static CompareForm of(const Request &request);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static CompareForm fromJson(const QJsonObject &object); ///< what is missing or wrong is the default
    friend bool operator==(const CompareForm &, const CompareForm &) = default;
};

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportpicture.h"
#include "core/model/result.h"

#include <QImage>

namespace lightwell {

/// A picture as an export is made from it: upright, with its own colours.
struct ExportSource
{
    QImage image;
    ImageFormat format = ImageFormat::Png;
    qint64 bytes = 0; ///< of its file
    bool isAnimated = false; ///< `image` is the first of several
};
[[nodiscard]] Result<ExportSource> exportSource(const QString &file);

/// A picture, or a part of one, as it looks once it is exported, and how that compares.
struct ExportPreview
{
    QImage expected; ///< as good as the format can hold it
    QImage seen; ///< read back
    qint64 bytes = 0; ///< without recipe and labels
    std::optional<int> quality;
    double similarity = 1; ///< of the two, see core/export/similarity.h
    bool isSame = false; ///< every pixel is
    qint64 milliseconds = 0; ///< encoding took
};

/// Encodes `image`, which is resized already, and reads it back. All of these take their time: call them on the thread
/// pool.
[[nodiscard]] Result<ExportPreview> previewExport(const QImage &image, const ExportOptions &options);
/// How many bytes the whole file takes.
[[nodiscard]] Result<qint64> measureExport(const QString &file, const ExportOptions &options,
                                           const RecipeInBooks &inBooks = {});

} // namespace lightwell

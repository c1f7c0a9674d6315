// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QHash>
#include <QSize>
#include <QString>

#include <optional>

/// Programs that read recipes out of pictures, each rewritten after its own rules with nothing of Lightwell's: what
/// they see of a file that Lightwell wrote is what a person sees who drops it there.
namespace lightwell::test {

/// What a program shows.
struct Shown
{
    QString prompt;
    QString negativePrompt;
    QHash<QString, QString> settings; ///< "Size" as "512x768"
    friend bool operator==(const Shown &, const Shown &) = default;
};

struct ForeignReader
{
    const char *name;
    QList<ImageFormat> formats; ///< that it looks into
    bool needsSteps; ///< it takes texts without "Steps:" for something else
    /// Nothing: it finds no recipe.
    std::optional<Shown> (*read)(const QByteArray &bytes, ImageFormat format);
};

[[nodiscard]] const QList<ForeignReader> &foreignReaders();

/// A file's EXIF block and texts as Pillow, the library of most of these programs, gives them.
struct PillowInfo
{
    QHash<QString, QString> texts; ///< of PNG; of two the later
    std::optional<QByteArray> exif;
    std::optional<QByteArray> comment; ///< of GIF; several are joined
};
[[nodiscard]] PillowInfo pillowInfo(const QByteArray &bytes, ImageFormat format);

/// The value of a tag in the EXIF directory as piexif finds it, behind one that is in order; empty where none is.
[[nodiscard]] QByteArray piexifValue(const QByteArray &exif, quint16 tag);

} // namespace lightwell::test

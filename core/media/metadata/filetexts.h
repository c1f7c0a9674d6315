// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/metadata/pngtext.h"
#include "core/media/metadata/xmpfields.h"
#include "core/model/imageformat.h"

#include <QStringList>

/// What a file of any format says beside its pixels: the places in which programs leave their recipes.
namespace lightwell::metadata {

/// EXIF's fields that programs use, decoded.
struct ExifTexts
{
    QString make;
    QString model;
    QString description;
    QString software;
    QString makerNote; ///< only where it is a short text
    QString comment; ///< UserComment; in the first directory where Fooocus writes it
    QString windowsComment;
};

struct FileTexts
{
    PngTexts png;
    ExifTexts exif;
    QList<XmpFields> xmp; ///< each packet, the one that counts first
    QStringList comments; ///< of JPEG and GIF
    QByteArray credentials; ///< C2PA (JUMBF), not checked
    int orientation = 0; ///< as EXIF counts it, 1 to 8; 0: not said
};

/// Reads all of it, decodes no pixel. What is broken or larger than any program writes is left out.
[[nodiscard]] FileTexts fileTexts(const QByteArray &bytes, ImageFormat format);

} // namespace lightwell::metadata

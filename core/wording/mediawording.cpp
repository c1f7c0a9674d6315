// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediareasons.h"
#include "core/wording/table.h"

#include <QCoreApplication>

namespace lightwell::wording {

QList<Row> mediaRows()
{
    return {
        {reasons::pictureFileEmpty, QT_TRANSLATE_NOOP("Media", "The picture is empty. Choose another file.")},
        {reasons::notAPicture,
         QT_TRANSLATE_NOOP("Media",
                           "This is not a picture Lightwell can read. Use PNG, JPEG, WebP, AVIF, GIF or JPEG XL.")},
        {reasons::pictureBroken,
         QT_TRANSLATE_NOOP("Media",
                           "This %1 picture is damaged or incomplete and cannot be read. Try to get the file again.")},
        {reasons::pictureOverBytes,
         QT_TRANSLATE_NOOP("Media", "The picture has %1, more than the %2 that Lightwell reads. Use a smaller file.")},
        {reasons::pictureJustOverBytes,
         QT_TRANSLATE_NOOP("Media", "The picture has more than the %1 that Lightwell reads. Use a smaller file.")},
        {reasons::pictureOverPixels,
         QT_TRANSLATE_NOOP("Media",
                           "The picture says it is %1 pixels, more than the %2 megapixels that Lightwell reads. Use a "
                           "smaller picture.")},
        {reasons::pictureTooCostly,
         QT_TRANSLATE_NOOP("Media",
                           "This %1 picture takes too much time or memory to read. Simplify it, or convert it to PNG "
                           "with the program it comes from.")},
        {reasons::readerMissing,
         QT_TRANSLATE_NOOP("Media",
                           "This system has no reader for %1 pictures. Convert the picture to PNG or install the KDE "
                           "image format plugins for Qt 6.")},
        {reasons::pictureProgramMissing,
         QT_TRANSLATE_NOOP("Media",
                           "%1 pictures cannot be read: the program %2 is missing or does not start. Install "
                           "Lightwell anew.")},
        {reasons::drawingRefused,
         QT_TRANSLATE_NOOP("Media",
                           "This SVG drawing is written in a way that Lightwell does not read: it declares entities, "
                           "has an unknown encoding or is nested too deep. Save it as plain SVG, or convert it to "
                           "PNG.")},
        {reasons::drawingTooCostly,
         QT_TRANSLATE_NOOP("Media",
                           "This SVG drawing has so many parts, or shows itself so often, that drawing it would take "
                           "too long. Simplify it, or convert it to PNG.")},
        {reasons::pictureNotLightEnough,
         QT_TRANSLATE_NOOP(
             "Media", "A picture of at most %1 is taken, and yours cannot be made as light as that. Use another one.")},
        {reasons::maskShapeDiffers,
         QT_TRANSLATE_NOOP("Media",
                           "The picture came as %1, which is another shape than the edited one (%2): what lies outside "
                           "the mask could not be put back.")},
        {reasons::formatNotWritten,
         QT_TRANSLATE_NOOP("Media", "Lightwell does not write %1 pictures here. Choose another format.")},
        {reasons::edgeTooLong,
         QT_TRANSLATE_NOOP("Media",
                           "A %1 picture can have at most %2 pixels a side. Choose another format or a smaller size.")},
        {reasons::encodingFailed,
         QT_TRANSLATE_NOOP("Media", "The picture could not be written as %1. Choose another format.")},
        {reasons::nothingToEncode, QT_TRANSLATE_NOOP("Media", "There is no picture to write.")},
    };
}

} // namespace lightwell::wording

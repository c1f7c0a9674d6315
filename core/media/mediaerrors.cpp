// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediaerrors.h"

#include <QCoreApplication>
#include <QLocale>

namespace lightwell::mediaerrors {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Media", source);
}

} // namespace

Error empty()
{
    return notSent(ErrorKind::Invalid, text(QT_TRANSLATE_NOOP("Media", "The picture is empty. Choose another file.")));
}

Error notAPicture()
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This is not a picture Lightwell can read. Use PNG, JPEG, WebP, AVIF, GIF "
                                          "or JPEG XL.")));
}

Error broken(ImageFormat format)
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This %1 picture is damaged or incomplete and cannot be read. "
                                          "Try to get the file again."))
                       .arg(formatLabel(format)));
}

Error tooManyBytes(qint64 bytes, qint64 limit)
{
    const QLocale locale;
    if (locale.formattedDataSize(bytes)
        == locale.formattedDataSize(limit)) { // a little more, which the words cannot tell
        return notSent(ErrorKind::Invalid,
                       text(QT_TRANSLATE_NOOP(
                                "Media", "The picture has more than the %1 that Lightwell reads. Use a smaller file."))
                           .arg(locale.formattedDataSize(limit)));
    }
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "The picture has %1, more than the %2 that Lightwell reads. "
                                          "Use a smaller file."))
                       .arg(locale.formattedDataSize(bytes), locale.formattedDataSize(limit)));
}

Error tooManyPixels(QSize size, qint64 limit)
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "The picture says it is %1 × %2 pixels, more than the %3 "
                                          "megapixels that Lightwell reads. Use a smaller picture."))
                       .arg(size.width())
                       .arg(size.height())
                       .arg(limit / 1000000));
}

Error cannotRead(ImageFormat format)
{
    return notSent(ErrorKind::Unsupported,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This system has no reader for %1 pictures. Convert the picture "
                                          "to PNG or install the KDE image format plugins for Qt 6."))
                       .arg(formatLabel(format)));
}

Error cannotWrite(ImageFormat format)
{
    return notSent(ErrorKind::Unsupported,
                   text(QT_TRANSLATE_NOOP("Media", "Lightwell does not write %1 pictures here. Choose another format."))
                       .arg(formatLabel(format)));
}

Error tooLargeForFormat(ImageFormat format, int longestEdge)
{
    return notSent(ErrorKind::Unsupported,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "A %1 picture can have at most %2 pixels a side. Choose another "
                                          "format or a smaller size."))
                       .arg(formatLabel(format))
                       .arg(longestEdge));
}

Error encodingFailed(ImageFormat format, const QString &detail)
{
    Error error =
        notSent(ErrorKind::Internal,
                text(QT_TRANSLATE_NOOP("Media", "The picture could not be written as %1. Choose another format."))
                    .arg(formatLabel(format)));
    error.detail = detail;
    return error;
}

Error nothingToEncode()
{
    return notSent(ErrorKind::Internal, text(QT_TRANSLATE_NOOP("Media", "There is no picture to write.")));
}

Error drawingRefused()
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This SVG drawing is written in a way that Lightwell does not read: it "
                                          "declares entities, has an unknown encoding or is nested too deep. Save it "
                                          "as plain SVG, or convert it to PNG.")));
}

Error drawingTooDear()
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This SVG drawing has so many parts, or shows itself so often, that drawing "
                                          "it would take too long. Simplify it, or convert it to PNG.")));
}

Error tooDear(ImageFormat format)
{
    return notSent(ErrorKind::Invalid,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "This %1 picture takes too much time or memory to read. Simplify it, or "
                                          "convert it to PNG with the program it comes from."))
                       .arg(formatLabel(format)));
}

Error programMissing(const QString &program, ImageFormat format)
{
    return notSent(ErrorKind::Unsupported,
                   text(QT_TRANSLATE_NOOP("Media",
                                          "%1 pictures cannot be read: the program %2 is missing or does not start. "
                                          "Install Lightwell anew."))
                       .arg(formatLabel(format), program));
}

} // namespace lightwell::mediaerrors

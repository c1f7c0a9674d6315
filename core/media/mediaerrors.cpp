// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/mediaerrors.h"

#include "core/media/mediareasons.h"

#include <QLocale>

namespace lightwell::mediaerrors {

Error empty()
{
    return notSent(ErrorKind::Invalid, reasons::pictureFileEmpty());
}

Error notAPicture()
{
    return notSent(ErrorKind::Invalid, reasons::notAPicture());
}

Error broken(ImageFormat format)
{
    return notSent(ErrorKind::Invalid, reasons::pictureBroken(format));
}

Error tooManyBytes(qint64 bytes, qint64 limit)
{
    const QLocale locale;
    const bool looksTheSame = locale.formattedDataSize(bytes) == locale.formattedDataSize(limit); // a little more
    return notSent(ErrorKind::Invalid,
                   looksTheSame ? reasons::pictureJustOverBytes(limit) : reasons::pictureOverBytes(bytes, limit));
}

Error tooManyPixels(QSize size, qint64 limit)
{
    return notSent(ErrorKind::Invalid, reasons::pictureOverPixels(size, limit / 1000000));
}

Error cannotRead(ImageFormat format)
{
    return notSent(ErrorKind::Unsupported, reasons::readerMissing(format));
}

Error cannotWrite(ImageFormat format)
{
    return notSent(ErrorKind::Unsupported, reasons::formatNotWritten(format));
}

Error tooLargeForFormat(ImageFormat format, int longestEdge)
{
    return notSent(ErrorKind::Unsupported, reasons::edgeTooLong(format, longestEdge));
}

Error encodingFailed(ImageFormat format, const QString &detail)
{
    Error error = notSent(ErrorKind::Internal, reasons::encodingFailed(format));
    error.detail = detail;
    return error;
}

Error nothingToEncode()
{
    return notSent(ErrorKind::Internal, reasons::nothingToEncode());
}

Error drawingRefused()
{
    return notSent(ErrorKind::Invalid, reasons::drawingRefused());
}

Error drawingTooDear()
{
    return notSent(ErrorKind::Invalid, reasons::drawingTooCostly());
}

Error tooDear(ImageFormat format)
{
    return notSent(ErrorKind::Invalid, reasons::pictureTooCostly(format));
}

Error programMissing(const QString &program, ImageFormat format)
{
    return notSent(ErrorKind::Unsupported, reasons::pictureProgramMissing(format, program));
}

} // namespace lightwell::mediaerrors

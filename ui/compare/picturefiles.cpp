// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/picturefiles.h"

#include "core/export/exportpicture.h"
#include "core/media/codec.h"
#include "core/model/filename.h"
#include "core/storage/mediastore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace lightwell::picturefiles {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PictureFiles)
};

constexpr int noMargin = 2; ///< pixels that rounding leaves beside a picture of the place's own shape

QImage fitted(const QImage &image, QSize bound)
{
    if (image.isNull() || (image.width() <= bound.width() && image.height() <= bound.height())) {
        return image;
    }
    const QSize rest = bound - image.size().scaled(bound, Qt::KeepAspectRatio);
    const bool fills = rest.width() <= noMargin && rest.height() <= noMargin;
    return image.scaled(bound, fills ? Qt::IgnoreAspectRatio : Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

bool isQuicklyDrawn(const QByteArray &encoded)
{
    const std::optional<ImageFormat> format = sniffFormat(encoded);
    return format == ImageFormat::Png || format == ImageFormat::Jpeg || format == ImageFormat::Webp;
}

Status writeNow(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return notSent(ErrorKind::Storage, Text::tr("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    return Success();
}

Result<QString> handOutNow(const Generation &generation, const Picture &picture, const QString &folder)
{
    // Pictures of the same name stand side by side.
    const QDir place(folder + u'/' + fileStem(picture.id, 16));
    const QString path = place.filePath(suggestedName(generation, picture));
    if (!place.mkpath(u"."_s)) {
        return notSent(ErrorKind::Storage,
                       Text::tr("%1 cannot be written: %2").arg(path, Text::tr("its folder cannot be made")));
    }
    if (QFile::exists(path)) { // whole, and maybe worked on since
        return path;
    }
    const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
    if (!bytes) {
        return bytes.error();
    }
    const Status written = writeNow(path, bytes.value());
    return written ? Result<QString>(path) : written.error();
}

Status saveNow(const Picture &picture, const QString &path, int quality)
{
    const auto format = formatFromName(QFileInfo(path).suffix());
    if (!format || *format == ImageFormat::Svg) {
        return notSent(ErrorKind::Invalid,
                       Text::tr("The ending “%1” is no picture format. Use .png, .jpg, .webp, .avif, .gif or .jxl.")
                           .arg(QFileInfo(path).suffix()));
    }
    Result<QByteArray> bytes = MediaStore::bytesOf(picture);
    if (!bytes) {
        return bytes.error();
    }
    if (*format != picture.format) {
        ExportOptions options;
        options.format = *format;
        if (knobsOf(*format).quality) {
            options.quality = quality;
        }
        Result<ExportedPicture> exported = exportPicture(bytes.value(), options);
        if (!exported) {
            return exported.error();
        }
        bytes = std::move(exported.value().bytes);
    }
    return writeNow(path, bytes.value());
}

} // namespace

QFuture<QImage> load(const Picture &picture, QSize bound)
{
    return QtConcurrent::run([picture, bound] {
        const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
        const Result<QImage> image = bytes ? decodeImage(bytes.value()) : Result<QImage>(bytes.error());
        return image ? fitted(image.value(), bound) : QImage();
    });
}

QFuture<QImage> loadSketch(const QByteArray &encoded, QSize bound)
{
    return QtConcurrent::run([encoded, bound] {
        constexpr DecodeLimits limits {.maxBytes = 32LL * 1024 * 1024, .maxPixels = 4096LL * 4096};
        const Result<QImage> image = isQuicklyDrawn(encoded) ? decodeImage(encoded, limits) : Result<QImage>(Error());
        return image ? fitted(image.value(), bound) : QImage();
    });
}

QFuture<Status> save(const Picture &picture, const QString &path, int quality)
{
    return QtConcurrent::run([picture, path, quality] { return saveNow(picture, path, quality); });
}

QFuture<Result<QString>> handOut(const Generation &generation, const Picture &picture, const QString &folder)
{
    return QtConcurrent::run([generation, picture, folder] { return handOutNow(generation, picture, folder); });
}

QFuture<Result<QStringList>> handOutAll(const QList<std::pair<Generation, Picture>> &pictures, const QString &folder)
{
    return QtConcurrent::run([pictures, folder]() -> Result<QStringList> {
        QStringList paths;
        for (const auto &[generation, picture] : pictures) {
            const Result<QString> path = handOutNow(generation, picture, folder);
            if (!path) {
                return path.error();
            }
            paths.append(path.value());
        }
        return paths;
    });
}

std::optional<ImageFormat> lossyTarget(const Picture &picture, const QString &path)
{
    const auto format = formatFromName(QFileInfo(path).suffix());
    return format && *format != picture.format && formatIsLossy(*format) ? format : std::nullopt;
}

QString suggestedName(const Generation &generation, const Picture &picture)
{
    static const QRegularExpression notWord(u"[^\\p{L}\\p{N}\\p{M}]+"_s);
    const QStringList words = generation.request.prompt.toLower().split(notWord, Qt::SkipEmptyParts).mid(0, 6);
    QString name = fileStem(words.join(u'-'), 60) + u'-' + fileStem(generation.request.model);
    if (const auto seed = picture.seed ? picture.seed : generation.request.seed) {
        name += u'-' + QString::number(*seed);
    }
    return name + u'.' + formatSuffix(picture.format);
}

QString saveFilters(ImageFormat own)
{
    QStringList filters;
    const auto add = [&filters](ImageFormat format) {
        const QString filter = u"%1 (*.%2)"_s.arg(formatLabel(format), formatSuffix(format));
        if (!filters.contains(filter)) {
            filters.append(filter);
        }
    };
    if (own != ImageFormat::Svg) {
        add(own);
    }
    for (const ImageFormat format : deliverableFormats()) {
        add(format);
    }
    return filters.join(u";;"_s);
}

} // namespace lightwell::picturefiles

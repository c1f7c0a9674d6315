// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencefiles.h"

#include "core/media/inputpicture.h"
#include "core/media/maskchannel.h"
#include "core/storage/mediastore.h"
#include "core/storage/readfile.h"
#include "ui/mask/maskpixels.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QtConcurrent/QtConcurrentRun>

namespace lightwell::referencefiles {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> pngOf(const QImage &image)
{
    EncodeOptions options;
    options.format = ImageFormat::Png;
    return encodeImage(image, options);
}

Result<QByteArray> bytesOf(const Source &source, const QString &folder)
{
    if (!source.path.isEmpty()) {
        return readRegularFile(source.path, DecodeLimits().maxBytes);
    }
    if (!source.id.isEmpty()) {
        return MediaStore(folder).read(source.id);
    }
    return source.image.isNull() ? Result<QByteArray>(source.bytes) : pngOf(source.image);
}

/// Other programs, and our own for theirs, put copies there that go again.
bool isPassing(const QString &path)
{
    return path.isEmpty()
        || QFileInfo(path).absoluteFilePath().startsWith(QFileInfo(QDir::tempPath()).absoluteFilePath() + u'/');
}

Status keep(const QByteArray &bytes, QSize size, const QString &folder)
{
    if (folder.isEmpty()) {
        return Success();
    }
    const Result<Picture> written =
        MediaStore(folder).write(bytes, sniffFormat(bytes).value_or(ImageFormat::Png), size);
    return written ? Status(Success()) : Status(written.error());
}

Result<Reference> prepared(const QByteArray &bytes)
{
    const Result<QByteArray> picture = preparedInput(bytes);
    if (!picture) {
        return picture.error();
    }
    const Result<QImage> image = decodeImage(*picture);
    if (!image) {
        return image.error();
    }
    Reference it;
    it.state = Reference::State::Ready;
    it.bytes = *picture;
    it.id = MediaStore::contentAddress(*picture);
    it.size = image->size();
    it.format = sniffFormat(*picture).value_or(ImageFormat::Png);
    const QSize bound = image->size().scaled(Reference::thumbnailSize, Qt::KeepAspectRatioByExpanding);
    it.thumbnail = image->size().width() > bound.width()
        ? image->scaled(bound, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : *image;
    return it;
}

PictureClaims claimsOf(const QByteArray &bytes, const RecipeOfContent &inBooks)
{
    PictureClaims claims = readClaims(bytes);
    if (claims.recipe || !inBooks) {
        return claims;
    }
    if (const std::optional<Recipe> recipe = inBooks(MediaStore::contentAddress(bytes))) {
        addFromBooks(claims, *recipe);
    }
    return claims;
}

Result<Found> found(const Source &source, const QString &folder, Claims claims, const RecipeOfContent &inBooks)
{
    const Result<QByteArray> bytes = bytesOf(source, folder);
    if (!bytes) {
        return bytes.error();
    }
    Result<Reference> reference = prepared(*bytes);
    if (!reference) {
        return reference.error();
    }
    Found all;
    all.reference = std::move(reference).value();
    all.reference.name = !source.name.isEmpty() ? source.name : QFileInfo(source.path).fileName();
    if (isPassing(source.path)) {
        if (const Status kept = keep(all.reference.bytes, all.reference.size, folder); !kept.ok()) {
            return kept.error();
        }
    } else {
        all.reference.path = QFileInfo(source.path).absoluteFilePath();
    }
    if (claims == Claims::Wanted) {
        all.claims = claimsOf(*bytes, inBooks);
    }
    return all;
}

Result<QByteArray> canvasOf(const QByteArray &picture, const QMargins &growth)
{
    if (growth.isNull()) {
        return QByteArray();
    }
    const Result<QImage> image = decodeImage(picture);
    return image ? pngOf(grownPicture(*image, growth)) : Result<QByteArray>(image.error());
}

std::optional<PaintedMask> maskAgain(const PaintedMask &kept, const Reference &reference, const QString &folder)
{
    const Result<QByteArray> bytes = MediaStore(folder).read(kept.id);
    const Result<QImage> painted = bytes ? paintedChannel(readMask(*bytes)) : Result<QImage>(bytes.error());
    const Result<QByteArray> canvas = canvasOf(reference.bytes, kept.growth);
    if (!painted || !canvas || painted->size() != reference.size.grownBy(kept.growth)) {
        return std::nullopt;
    }
    PaintedMask mask = kept;
    mask.mask = *bytes;
    mask.canvas = *canvas;
    mask.share = paintedShare(*painted);
    return mask;
}

Result<std::optional<PaintedMask>> written(const MaskDocument &document, const QByteArray &picture,
                                           const QString &folder)
{
    if (document.isEmpty()) {
        return std::optional<PaintedMask>();
    }
    const Result<QByteArray> bytes = pngOf(transparentWhere(document.painted()));
    if (!bytes) {
        return bytes.error();
    }
    const Result<QByteArray> canvas = canvasOf(picture, document.growth());
    if (!canvas) {
        return canvas.error();
    }
    PaintedMask mask;
    mask.id = MediaStore::contentAddress(*bytes);
    mask.growth = document.growth();
    mask.steps = document.steps();
    mask.share = document.share();
    mask.mask = *bytes;
    mask.canvas = *canvas;
    const Status kept = keep(*bytes, document.canvas().size(), folder);
    return kept.ok() ? Result<std::optional<PaintedMask>>(std::optional(mask)) : kept.error();
}

QList<QImage> halved(const QImage &whole)
{
    constexpr int smallest = 512;
    QList<QImage> levels {whole};
    while (std::max(levels.constLast().width(), levels.constLast().height()) > smallest) {
        const QSize half = (levels.constLast().size() / 2).expandedTo(QSize(1, 1));
        levels.append(levels.constLast().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return levels;
}

Canvas canvasOf(const Reference &reference)
{
    const Result<QImage> image = decodeImage(reference.bytes);
    if (!image) {
        return {};
    }
    Canvas canvas {halved(image->convertToFormat(QImage::Format_ARGB32_Premultiplied)), MaskDocument(image->size())};
    if (reference.mask) {
        const Result<QImage> painted = paintedChannel(readMask(reference.mask->mask));
        const QMargins growth = reference.mask->growth;
        if (painted && painted->size() == image->size().grownBy(growth)) {
            canvas.document = MaskDocument(*painted, growth, reference.mask->steps);
        }
    }
    return canvas;
}

} // namespace

QFuture<Result<Found>> read(const Source &source, const QString &folder, Claims claims, const RecipeOfContent &inBooks)
{
    return QtConcurrent::run([source, folder, claims, inBooks] { return found(source, folder, claims, inBooks); });
}

QFuture<Result<Reference>> readAgain(const Reference &kept, const QString &folder)
{
    return QtConcurrent::run([kept, folder]() -> Result<Reference> {
        Source source;
        source.path = kept.path;
        source.id = kept.id;
        source.name = kept.name;
        const Result<QByteArray> bytes = bytesOf(source, folder);
        Result<Reference> again = bytes ? prepared(*bytes) : Result<Reference>(bytes.error());
        if (!again) {
            return again;
        }
        Reference it = std::move(again).value();
        it.path = kept.path;
        it.name = kept.name;
        it.role = kept.role;
        it.mask = kept.mask ? maskAgain(*kept.mask, it, folder) : std::nullopt;
        return it;
    });
}

QFuture<Result<std::optional<PaintedMask>>> writeMask(const MaskDocument &document, const QByteArray &picture,
                                                      const QString &folder)
{
    return QtConcurrent::run([document, picture, folder] { return written(document, picture, folder); });
}

QFuture<Canvas> canvas(const Reference &reference)
{
    return QtConcurrent::run([reference] { return canvasOf(reference); });
}

void tidy(const QString &folder, const QList<Reference> &kept)
{
    if (folder.isEmpty()) {
        return;
    }
    QSet<QString> used;
    for (const Reference &it : kept) {
        used.insert(it.id);
        used.insert(it.mask ? it.mask->id : QString());
    }
    static_cast<void>(QtConcurrent::run([folder, used] {
        const QStringList files = MediaStore(folder).files();
        for (const QString &file : files) {
            if (!used.contains(QFileInfo(file).completeBaseName())) {
                QFile::remove(file);
            }
        }
    }));
}

} // namespace lightwell::referencefiles

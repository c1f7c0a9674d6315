// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/picturemime.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace lightwell::picturemime {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PictureMime)
};

constexpr const char *encodings[] = {"image/png", "image/webp", "image/jpeg", "image/avif", "image/gif"};

QStringList pictureFiles(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        if (!path.isEmpty() && formatFromName(QFileInfo(path).suffix())) {
            files.append(path);
        }
    }
    return files;
}

bool hasPixels(const QMimeData *data)
{
    return data->hasImage() || std::any_of(std::begin(encodings), std::end(encodings), [data](const char *encoding) {
               return data->hasFormat(QLatin1StringView(encoding));
           });
}

} // namespace

bool hasPictures(const QMimeData *data, Beside beside)
{
    if (!data) {
        return false;
    }
    const bool isText = beside == Beside::Text && data->hasText();
    return !pictureFiles(data).isEmpty() || (hasPixels(data) && !isText);
}

QList<referencefiles::Source> pictures(const QMimeData *data)
{
    QList<referencefiles::Source> sources;
    const QStringList files = pictureFiles(data);
    for (const QString &file : files) {
        referencefiles::Source source;
        source.path = file;
        sources.append(source);
    }
    if (!sources.isEmpty() || !hasPixels(data)) {
        return sources;
    }
    referencefiles::Source source;
    source.name = Text::tr("Pasted picture");
    for (const char *encoding : encodings) {
        if (data->hasFormat(QLatin1StringView(encoding)) && source.bytes.isEmpty()) {
            source.bytes = data->data(QLatin1StringView(encoding));
        }
    }
    if (source.bytes.isEmpty()) {
        source.image = qvariant_cast<QImage>(data->imageData());
    }
    return {source};
}

QString filters()
{
    return Text::tr("Pictures") + u" (*.png *.jpg *.jpeg *.webp *.avif *.gif *.jxl *.tif *.tiff *.heic *.heif *.svg)"_s;
}

} // namespace lightwell::picturemime

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/pictures.h"

#include "core/model/dataurl.h"

namespace lightwell {

using namespace Qt::StringLiterals;

QByteArray pictureMimeType(const QByteArray &bytes)
{
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    return format ? formatMimeType(*format).toLatin1() : "application/octet-stream"_ba;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString dataUrl(const QByteArray &bytes)
{
    return QString::fromLatin1("data:"_ba + pictureMimeType(bytes) + ";base64,"_ba) + base64(bytes);
}

QString pictureText(const QByteArray &bytes, ImageForm form)
{
    return form == ImageForm::Base64 ? base64(bytes) : dataUrl(bytes);
}

QString pictureText(const InputImage &image, ImageForm form)
{
    return image.isLink() ? image.link : pictureText(image.bytes, form);
}

QString pictureFileName(const InputImage &image, const QString &name)
{
    if (!image.name.isEmpty()) {
        return image.name;
    }
    const std::optional<ImageFormat> format = sniffFormat(image.bytes);
    return format ? QString(name + u'.' + formatSuffix(*format)) : name;
}

std::optional<QByteArray> pictureFromBase64(const QByteArray &text)
{
    std::optional<QByteArray> decoded = isDataUrl(text) ? dataUrlContent(text) : decodeLooseBase64(text);
    return decoded && sniffFormat(*decoded) ? decoded : std::nullopt;
}

std::optional<QUrl> pictureLink(const QString &text, const QUrl &origin)
{
    QUrl url(text.trimmed());
    if (text.isEmpty() || !url.isValid()) {
        return std::nullopt;
    }
    if (url.isRelative()) {
        url = origin.resolved(url);
    }
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return web && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

} // namespace lightwell

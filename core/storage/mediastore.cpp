// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mediastore.h"

#include "core/storage/durablefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int hashBytes = crypto_generichash_BYTES; // 32: BLAKE2b-256

constexpr std::array everyFormat = {ImageFormat::Png,  ImageFormat::Jpeg, ImageFormat::Webp,
                                    ImageFormat::Avif, ImageFormat::Gif,  ImageFormat::Jxl,
                                    ImageFormat::Tiff, ImageFormat::Heif, ImageFormat::Svg};

bool isContentAddress(const QString &id)
{
    return id.size() == 2 * hashBytes && std::all_of(id.begin(), id.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Error notFound()
{
    return notSent(ErrorKind::NotFound, QCoreApplication::translate("Storage", "There is no such picture."));
}

} // namespace

MediaStore::MediaStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString MediaStore::contentAddress(const QByteArray &bytes)
{
    std::array<unsigned char, hashBytes> hash = {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())).toHex());
}

Result<Picture> MediaStore::write(const QByteArray &bytes, ImageFormat format, QSize size) const
{
    if (bytes.isEmpty()) {
        return notSent(ErrorKind::Invalid, QCoreApplication::translate("Storage", "An empty picture cannot be kept."));
    }
    Picture picture;
    picture.id = contentAddress(bytes);
    picture.format = format;
    picture.size = size;
    picture.bytes = bytes.size();
    picture.path = pathOf(picture.id);
    if (!picture.path.isEmpty() && read(picture.id).ok()) {
        return picture; // and whole: a damaged one is written anew
    }
    const QString folder = m_folder + u'/' + picture.id.left(2);
    if (const Status made = makeDurableFolder(folder); !made) {
        return made.error();
    }
    if (picture.path.isEmpty()) {
        picture.path = folder + u'/' + picture.id + u'.' + formatSuffix(format);
    }
    if (const Status written = writeDurably(picture.path, bytes); !written) {
        return written.error();
    }
    return picture;
}

Result<QByteArray> MediaStore::read(const QString &id) const
{
    const QString path = pathOf(id);
    if (path.isEmpty()) {
        return notFound();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(file);
    }
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return fileError(file);
    }
    if (contentAddress(bytes) != id) {
        return notSent(ErrorKind::Storage,
                       QCoreApplication::translate("Storage", "The file of this picture is damaged: %1")
                           .arg(QDir::toNativeSeparators(path)));
    }
    return bytes;
}

QString MediaStore::pathOf(const QString &id) const
{
    if (!isContentAddress(id)) {
        return {};
    }
    const QString base = m_folder + u'/' + id.left(2) + u'/' + id + u'.';
    for (const ImageFormat format : everyFormat) {
        QString path = base + formatSuffix(format);
        if (QFileInfo::exists(path)) {
            return path;
        }
    }
    return {};
}

} // namespace lightwell

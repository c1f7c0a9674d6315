// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/madepictures.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lightwell {

MadePictures::MadePictures(const QString &folder, qint64 bytes)
    : m_store(folder)
    , m_hasFolder(!folder.isEmpty())
    , m_bytes(bytes)
{
}

Picture MadePictures::keep(const QByteArray &bytes, ImageFormat format, QSize size) const
{
    if (m_hasFolder) {
        if (const Result<Picture> written = m_store.write(bytes, format, size)) {
            makeRoom();
            return *written;
        }
    }
    Picture picture;
    picture.id = MediaStore::contentAddress(bytes);
    picture.format = format;
    picture.size = size;
    picture.bytes = bytes.size();
    picture.content = bytes;
    return picture;
}

Result<QByteArray> MadePictures::read(const QString &id) const
{
    return m_store.read(id);
}

void MadePictures::makeRoom() const
{
    QFileInfoList files;
    qint64 bytes = 0;
    const QStringList paths = m_store.files();
    for (const QString &path : paths) {
        files.append(QFileInfo(path));
        bytes += files.last().size();
    }
    if (bytes <= m_bytes) {
        return;
    }
    std::sort(files.begin(), files.end(), [](const QFileInfo &first, const QFileInfo &second) {
        return first.lastModified() < second.lastModified();
    });
    files.removeLast(); // the one that was just made
    for (const QFileInfo &file : std::as_const(files)) {
        if (bytes <= m_bytes) {
            return;
        }
        bytes -= QFile::remove(file.absoluteFilePath()) ? file.size() : 0;
    }
}

} // namespace lightwell

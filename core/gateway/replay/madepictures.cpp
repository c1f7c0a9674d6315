// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/replay/madepictures.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

MadePictures::MadePictures(const QString &folder, qint64 bytes)
    : m_store(folder)
    , m_notes(folder + "/arriving"_L1)
    , m_hasFolder(!folder.isEmpty())
    , m_bytes(bytes)
{
}

Picture MadePictures::keep(const QByteArray &bytes, ImageFormat format, QSize size, const QString &of) const
{
    if (m_hasFolder) {
        const QString place = of.isEmpty() ? QString() : of + u'.' + MediaStore::contentAddress(bytes);
        if (const Result<Picture> written = m_store.notingAt(place, Money::zero()).write(bytes, format, size)) {
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

bool MadePictures::forget(const QString &generation) const
{
    bool isGone = true;
    const QStringList own = m_hasFolder ? notes(generation, u"*"_s) : QStringList();
    for (const QString &note : own) {
        const QString picture = note.section(u'.', 1);
        const bool isOthersToo = notes(u"*"_s, picture).size() > 1;
        const QString path = isOthersToo ? QString() : m_store.pathOf(picture);
        const bool isRemoved = path.isEmpty() || QFile::remove(path);
        isGone =
            isRemoved && QFile::remove(m_notes + u'/' + note) && isGone; // a note stays until there is nothing left
    }
    return isGone;
}

QStringList MadePictures::notes(const QString &generation, const QString &picture) const
{
    return QDir(m_notes).entryList({QString(generation + u'.' + picture)}, QDir::Files);
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
        if (QFile::remove(file.absoluteFilePath())) {
            bytes -= file.size();
            const QStringList old = notes(u"*"_s, file.completeBaseName());
            for (const QString &note : old) {
                QFile::remove(m_notes + u'/' + note);
            }
        }
    }
}

} // namespace lightwell

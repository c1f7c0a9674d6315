// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/thumbnails/thumbnailcache.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qsizetype sumBytes = 4;
constexpr double keptShare = 0.8; ///< of the most, so that not every new file takes an old one away
constexpr qint64 freshDays = 1; ///< a use within it need not be noted once more

QByteArray sumOf(const QByteArray &bytes)
{
    const uLong sum = ::crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), static_cast<uInt>(bytes.size()));
    QByteArray text(sumBytes, '\0');
    for (qsizetype i = 0; i < sumBytes; ++i) {
        text[i] = static_cast<char>((sum >> (8 * i)) & 0xff);
    }
    return text;
}

/// So that it goes later than what nobody looks at.
void noteUse(QFile &file)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (file.fileTime(QFileDevice::FileModificationTime).daysTo(now) >= freshDays) {
        file.setFileTime(now, QFileDevice::FileModificationTime);
    }
}

} // namespace

ThumbnailCache::ThumbnailCache(QString folder, qint64 maxBytes)
    : m_folder(std::move(folder))
    , m_maxBytes(maxBytes)
{
}

QString ThumbnailCache::pathOf(const QString &name) const
{
    return m_folder + u'/' + name.left(2) + u'/' + name;
}

QByteArray ThumbnailCache::read(const QString &name)
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray bytes = file.readAll();
    const QByteArray sum = bytes.right(sumBytes);
    bytes.chop(sumBytes);
    if (bytes.isEmpty() || sum != sumOf(bytes)) {
        file.close();
        remove(name);
        return {};
    }
    noteUse(file);
    return bytes;
}

void ThumbnailCache::write(const QString &name, const QByteArray &bytes)
{
    const QString path = pathOf(name);
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes + sumOf(bytes)) != bytes.size() + sumBytes || !file.commit()) {
        return;
    }
    const QMutexLocker lock(&m_mutex);
    count();
    m_bytes += bytes.size() + sumBytes; // one that was there is counted twice, until all are counted anew
    if (m_bytes > m_maxBytes) {
        shrink();
    }
}

void ThumbnailCache::remove(const QString &name)
{
    QFile(pathOf(name)).remove(); // counted until all are counted anew
}

qint64 ThumbnailCache::bytes()
{
    const QMutexLocker lock(&m_mutex);
    count();
    return m_bytes;
}

void ThumbnailCache::count()
{
    if (m_bytes >= 0) {
        return;
    }
    m_bytes = 0;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        m_bytes += files.fileInfo().size();
    }
}

void ThumbnailCache::shrink()
{
    QFileInfoList all;
    QDirIterator files(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        all.append(files.fileInfo());
    }
    std::sort(all.begin(), all.end(),
              [](const QFileInfo &left, const QFileInfo &right) { return left.lastModified() > right.lastModified(); });
    m_bytes = 0;
    const auto most = static_cast<qint64>(static_cast<double>(m_maxBytes) * keptShare);
    for (const QFileInfo &file : std::as_const(all)) {
        if (m_bytes + file.size() > most) {
            QFile::remove(file.filePath());
        } else {
            m_bytes += file.size();
        }
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watchedfile.h"

#include "core/storage/readfile.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace lightwell {

WatchedFile::WatchedFile(QString path, qint64 largest, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_largest(largest)
{
    constexpr int pauseMs = 50;
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        watch();
        Q_EMIT touched();
    });
    // The folder tells of a file that comes, goes or takes another's place, the file itself of what is written into it.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    watch();
}

void WatchedFile::watch()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    for (const QString &place : {folder, m_path}) {
        if (QFileInfo::exists(place) && !m_watcher.files().contains(place)
            && !m_watcher.directories().contains(place)) {
            m_watcher.addPath(place);
        }
    }
}

Result<std::optional<QByteArray>> WatchedFile::readNow(const QString &path, qint64 largest)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0) { // a link that leads nowhere is something
        return std::optional<QByteArray>();
    }
    Result<QByteArray> text = readRegularFile(path, largest);
    return text ? Result<std::optional<QByteArray>>(std::move(text).value()) : text.error();
}

} // namespace lightwell

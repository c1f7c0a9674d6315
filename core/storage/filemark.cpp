// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filemark.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <sys/stat.h>

namespace lightwell {

namespace {

qint64 nanosecondsOf(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

std::optional<FileMark> FileMark::of(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info = {};
    if (::lstat(name.constData(), &info) != 0) {
        return errno == ENOENT ? std::optional(FileMark()) : std::nullopt;
    }
    if (S_ISLNK(info.st_mode) && ::stat(name.constData(), &info) != 0) {
        return std::nullopt;
    }
    // Where the file system's times have no part of a second, a tick lasts as long as two.
    const bool isCoarse = info.st_mtim.tv_nsec == 0 && info.st_ctim.tv_nsec == 0;
    const qint64 settled = isCoarse ? 3'000'000'000 : 50'000'000;
    timespec now = {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    const qint64 written = nanosecondsOf(info.st_mtim);
    const qint64 changed = std::max(written, nanosecondsOf(info.st_ctim));
    if (std::abs(nanosecondsOf(now) - changed) < settled) {
        return std::nullopt;
    }
    return FileMark {qint64(info.st_ino), qint64(info.st_size), written, changed};
}

} // namespace lightwell

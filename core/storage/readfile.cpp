// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/readfile.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Reason kindReason(const QString &file, mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return reasons::fileIsFolder(file);
    case S_IFIFO:
        return reasons::fileIsPipe(file);
    case S_IFSOCK:
        return reasons::fileIsSocket(file);
    case S_IFCHR:
    case S_IFBLK:
        return reasons::fileIsDevice(file);
    default:
        return reasons::fileIsNone(file);
    }
}

Error wrongKind(const QString &path, mode_t mode)
{
    return notSent(ErrorKind::Invalid, kindReason(shown(path), mode));
}

Error unreadable(const QString &path, int code)
{
    const bool isMissing = code == ENOENT || code == ENOTDIR;
    return notSent(isMissing ? ErrorKind::NotFound : ErrorKind::Storage,
                   reasons::fileUnreadable(shown(path), qt_error_string(code)));
}

/// In the largest unit that leaves no rest.
Reason sizeReason(const QString &file, qint64 maxBytes)
{
    constexpr qint64 kibi = 1024;
    if (maxBytes % (kibi * kibi) == 0) {
        return reasons::fileOverMebibytes(file, maxBytes / (kibi * kibi));
    }
    return maxBytes % kibi == 0 ? reasons::fileOverKibibytes(file, maxBytes / kibi)
                                : reasons::fileOverBytes(file, maxBytes);
}

Error tooLarge(const QString &path, qint64 maxBytes)
{
    return notSent(ErrorKind::Invalid, sizeReason(shown(path), maxBytes));
}

/// Closes what was opened, on every way out.
class Handle
{
public:
    explicit Handle(int handle)
        : m_handle(handle)
    {
    }
    ~Handle()
    {
        if (m_handle >= 0) {
            ::close(m_handle);
        }
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    [[nodiscard]] int get() const { return m_handle; }

private:
    int m_handle;
};

Result<QByteArray> readAll(int handle, qint64 expected, const QString &path, qint64 maxBytes)
{
    // The size is only what to expect: files of the system say 0, and others may grow.
    constexpr qint64 step = 256LL * 1024;
    QByteArray bytes(std::min(expected + 1, maxBytes + 1), Qt::Uninitialized);
    qint64 size = 0;
    for (;;) {
        if (size == bytes.size()) {
            if (size > maxBytes) {
                return tooLarge(path, maxBytes);
            }
            bytes.resize(std::min(size + std::max(size, step), maxBytes + 1));
        }
        const ssize_t count = ::read(handle, bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return unreadable(path, errno);
        }
        if (count == 0) {
            bytes.truncate(size);
            return bytes;
        }
        size += count;
    }
}

} // namespace

std::optional<Error> notAFile(const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0 || S_ISREG(info.st_mode)) {
        return std::nullopt;
    }
    return wrongKind(path, info.st_mode);
}

Result<QByteArray> readRegularFile(const QString &path, qint64 maxBytes)
{
    if (const std::optional<Error> wrong = notAFile(path)) {
        return *wrong; // before it is opened: that alone can wait for ever, or do something
    }
    // It may have become another thing in between, so opening must not wait, and what is open is looked at again.
    const Handle file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info = {};
    if (file.get() < 0 || ::fstat(file.get(), &info) != 0) {
        return unreadable(path, errno);
    }
    if (!S_ISREG(info.st_mode)) {
        return wrongKind(path, info.st_mode);
    }
    if (info.st_size > maxBytes) {
        return tooLarge(path, maxBytes);
    }
    return readAll(file.get(), info.st_size, path, maxBytes);
}

} // namespace lightwell

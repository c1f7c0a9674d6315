// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/durablefile.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;

/// Some file systems cannot sync; that is no reason to refuse to write there.
bool synced(int handle)
{
    return ::fsync(handle) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS;
}

bool folderSynced(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    const bool done = synced(handle);
    ::close(handle);
    return done;
}

Error diskError(const QString &path, const QString &detail, bool full)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.setReason(full ? reasons::diskFull() : reasons::fileNotWritten(QDir::toNativeSeparators(path)));
    error.detail = detail;
    return error;
}

bool isFull(const QString &folder, qint64 needed)
{
    struct statvfs info = {};
    return ::statvfs(QFile::encodeName(folder).constData(), &info) == 0
        && static_cast<qint64>(info.f_bavail) * static_cast<qint64>(info.f_frsize) < needed;
}

Error lastError(const QString &path)
{
    const int code = errno;
    return diskError(path, qt_error_string(code), code == ENOSPC || code == EDQUOT);
}

/// Puts everything into a file that has no name of its own yet.
Status fill(QTemporaryFile &file, const QString &path, const QByteArray &bytes)
{
    // No QSaveFile: it would sync once more, whose failure it does not tell, and a sync takes milliseconds.
    errno = 0;
    if (!file.open() || !file.setPermissions(ownerFile) || file.write(bytes) != bytes.size() || !file.flush()) {
        // Qt has no name for a disk that takes only a part.
        const bool full = errno == ENOSPC || errno == EDQUOT || file.error() == QFileDevice::ResourceError
            || isFull(QFileInfo(path).absolutePath(), bytes.size() - file.size());
        return diskError(path, full ? QString() : file.errorString(), full);
    }
    return Success();
}

bool named(QTemporaryFile &file, const QString &path)
{
    const bool done =
        ::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) == 0;
    file.setAutoRemove(!done);
    return done;
}

} // namespace

Error fileError(const QFileDevice &file)
{
    if (file.openMode() == QIODevice::ReadOnly || file.error() == QFileDevice::ReadError) {
        Error error = diskError(file.fileName(), file.errorString(), false);
        error.setReason(reasons::fileNotRead(QDir::toNativeSeparators(file.fileName())));
        return error;
    }
    // Qt has no name for a disk that takes only a part.
    const bool isFilled = file.error() == QFileDevice::NoError && isFull(QFileInfo(file.fileName()).absolutePath(), 1);
    const bool full = isFilled || file.error() == QFileDevice::ResourceError;
    return diskError(file.fileName(), isFilled ? QString() : file.errorString(), full);
}

Status writeDurably(const QString &name, const QByteArray &bytes)
{
    const QFileInfo info(name);
    const QString path = info.isSymLink() ? info.symLinkTarget() : name; // the link stays one
    QTemporaryFile file(path + u".XXXXXX"_s); // taken away again unless it gets its name
    if (Status written = fill(file, path, bytes); !written) {
        return written;
    }
    if (!synced(file.handle()) || !named(file, path)) {
        return lastError(path);
    }
    const QString folder = QFileInfo(path).absolutePath();
    return folderSynced(folder) ? Status(Success()) : Status(lastError(folder));
}

Status writeAddressed(const QString &path, const QByteArray &bytes)
{
    AddressedFile file(path);
    const Status filled = file.fill(bytes);
    return filled ? file.name(path) : filled;
}

AddressedFile::AddressedFile(const QString &beginning)
    : m_beginning(beginning)
    , m_file(beginning + u".XXXXXX"_s)
{
}

Status AddressedFile::fill(const QByteArray &bytes)
{
    return lightwell::fill(m_file, m_beginning, bytes);
}

Status AddressedFile::name(const QString &path)
{
    if (!named(m_file, path)) {
        return lastError(path);
    }
    if (!synced(m_file.handle()) || !folderSynced(QFileInfo(path).absolutePath())) {
        const Error error = lastError(path);
        QFile::remove(path); // the next one to write it must not find it and trust it
        return error;
    }
    return Success();
}

Status nameDurably(QTemporaryFile &file, const QString &path)
{
    if (!synced(file.handle())) {
        return lastError(path);
    }
    const QByteArray from = QFile::encodeName(file.fileName());
    const QByteArray to = QFile::encodeName(path);
    // A second name is refused where there is such a file; not every file system has second names.
    const bool isLinked = ::link(from.constData(), to.constData()) == 0;
    const bool isTaken = !isLinked && errno == EEXIST && QFileInfo::exists(path); // not by a link that leads nowhere
    if (!isLinked && !isTaken && (QFileInfo::exists(path) || !named(file, path))) {
        return lastError(path);
    }
    const QString folder = QFileInfo(path).absolutePath();
    return folderSynced(folder) ? Status(Success()) : Status(lastError(folder));
}

Status syncFolderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    return folderSynced(folder) ? Status(Success()) : Status(lastError(folder));
}

Status makeDurableFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return Success();
    }
    const QString parent = info.absolutePath();
    if (parent == info.absoluteFilePath()) {
        return diskError(path, {}, false);
    }
    if (Status made = makeDurableFolder(parent); !made) {
        return made;
    }
    errno = 0;
    // Another thread may make the same folder at the same time; what counts is that it is there.
    if (!QDir().mkdir(path, ownerFolder) && !QFileInfo(path).isDir()) {
        return diskError(path, qt_error_string(errno), errno == ENOSPC);
    }
    if (!folderSynced(parent)) {
        return diskError(parent, qt_error_string(errno), errno == ENOSPC);
    }
    return Success();
}

} // namespace lightwell

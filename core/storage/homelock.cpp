// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/homelock.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

Result<std::unique_ptr<HomeLock>> HomeLock::take(const QString &folder, Use use)
{
    const QString path = folder + "/home.lock"_L1;
    const int handle = ::open(QFile::encodeName(path).constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle < 0 && use == Use::Alone) {
        return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(path)));
    }
    std::unique_ptr<HomeLock> lock(new HomeLock(handle));
    if (handle >= 0 && ::flock(handle, (use == Use::Alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        const QString home = QDir::toNativeSeparators(folder);
        return notSent(ErrorKind::Storage, use == Use::Alone ? reasons::homeInUse(home) : reasons::homeRestoring(home));
    }
    return lock;
}

HomeLock::~HomeLock()
{
    if (m_handle >= 0) {
        ::close(m_handle);
    }
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlite/filerunlock.h"

#include "core/storage/durablefile.h"

#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

FileRunLock::FileRunLock(QString folder)
    : m_folder(std::move(folder))
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    if (m_folder.isEmpty() || !makeDurableFolder(m_folder)) {
        return;
    }
    m_handle = ::open(QFile::encodeName(fileOf(m_name)).constData(), O_CREAT | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_handle >= 0) {
        ::flock(m_handle, LOCK_EX | LOCK_NB);
    }
}

FileRunLock::~FileRunLock()
{
    if (m_handle >= 0) {
        QFile::remove(fileOf(m_name));
        ::close(m_handle);
    }
}

bool FileRunLock::isAlive(const QString &name) const
{
    if (name == m_name) {
        return true;
    }
    if (m_folder.isEmpty()) {
        return false;
    }
    const QString file = fileOf(name);
    int handle = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CLOEXEC);
    if (handle < 0) { // a read-only folder tells just as well
        handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    }
    if (handle < 0) {
        return false;
    }
    const bool gone = ::flock(handle, LOCK_EX | LOCK_NB) == 0;
    if (gone) {
        QFile::remove(file);
    }
    ::close(handle);
    return !gone;
}

QString FileRunLock::fileOf(const QString &name) const
{
    return m_folder + u'/' + name + ".lock"_L1;
}

} // namespace lightwell

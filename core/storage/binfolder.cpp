// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/binfolder.h"

#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace lightwell {

BinFolder::BinFolder(const QString &mediaFolder)
    : m_mediaFolder(mediaFolder)
    , m_folder(mediaFolder + "/bin"_L1)
{
}

Status BinFolder::take(const QString &path) const
{
    if (!QFileInfo::exists(path)) {
        return Success();
    }
    if (Status made = makeDurableFolder(m_folder); !made) {
        return made;
    }
    const QString place = m_folder + u'/' + QFileInfo(path).fileName();
    QFile file(path);
    if (QFile::exists(place)) { // the same content, deleted before
        return file.remove() ? Status(Success()) : fileError(file);
    }
    return file.rename(place) ? Status(Success()) : fileError(file);
}

Result<bool> BinFolder::giveBack(const QString &id) const
{
    const QString path = pathOf(id);
    if (path.isEmpty()) {
        return false;
    }
    const QString folder = m_mediaFolder + u'/' + id.left(2);
    if (const Status made = makeDurableFolder(folder); !made) {
        return made.error();
    }
    const QString place = folder + u'/' + QFileInfo(path).fileName();
    QFile file(path);
    if (QFile::exists(place)) { // it was made once more meanwhile
        return file.remove() ? Result<bool>(true) : fileError(file);
    }
    return file.rename(place) ? Result<bool>(true) : fileError(file);
}

Status BinFolder::empty(const QString &id) const
{
    const QString path = pathOf(id);
    QFile file(path);
    return path.isEmpty() || file.remove() ? Status(Success()) : fileError(file);
}

QStringList BinFolder::files() const
{
    QStringList paths;
    const QStringList names = QDir(m_folder).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        paths.append(m_folder + u'/' + name);
    }
    return paths;
}

QString BinFolder::pathOf(const QString &id) const
{
    const QStringList names = id.isEmpty() ? QStringList() : QDir(m_folder).entryList({id + ".*"_L1}, QDir::Files);
    return names.isEmpty() ? QString() : QString(m_folder + u'/' + names.constFirst());
}

} // namespace lightwell

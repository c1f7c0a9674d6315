// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/placedfiles.h"

#include "core/storage/durablefile.h"
#include "core/storage/keptaside.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool renamed(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// A second name for a file that keeps its first; where the file system has no second names, another one.
bool named(const QString &path, const QString &aside)
{
    return ::link(QFile::encodeName(path).constData(), QFile::encodeName(aside).constData()) == 0
        || renamed(path, aside);
}

Error notWritten(const QString &path)
{
    return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(path)));
}

} // namespace

void PlacedFiles::add(const QString &from, const QString &to)
{
    m_files.append({from, to, Kind::Replaces});
}

void PlacedFiles::addUnlessThere(const QString &from, const QString &to)
{
    m_files.append({from, to, Kind::UnlessThere});
}

void PlacedFiles::addDatabase(const QString &from, const QString &to)
{
    m_files.append({from, to, Kind::Database});
}

Status PlacedFiles::place()
{
    for (const File &file : std::as_const(m_files)) {
        if (Status done = placeOne(file); !done) {
            undo();
            return done;
        }
    }
    return Success();
}

Status PlacedFiles::placeOne(const File &file)
{
    if (file.kind == Kind::UnlessThere && QFileInfo::exists(file.to)) {
        return Success();
    }
    if (Status made = makeDurableFolder(QFileInfo(file.to).absolutePath()); !made) {
        return made;
    }
    QString aside;
    if (QFileInfo::exists(file.to)) {
        aside = nameAside(file.to, u"replaced"_s);
        if (!named(file.to, aside)) {
            return notWritten(aside);
        }
        m_keptAside.append(aside);
    }
    m_done.append({file.to, aside});
    if (file.kind == Kind::Database) {
        const QString base = aside.isEmpty() ? nameAside(file.to, u"replaced"_s) : aside;
        for (const QLatin1StringView part : {"-wal"_L1, "-shm"_L1}) {
            if (Status moved = moveAside(file.to + part, base + part); !moved) {
                return moved;
            }
        }
    }
    if (!renamed(file.from, file.to)) {
        return notWritten(file.to);
    }
    // The database is the last one: all is in its place then, and a disk that fails now would not let it be undone.
    const Status synced = syncFolderOf(file.to);
    return file.kind == Kind::Database ? Status(Success()) : synced;
}

Status PlacedFiles::moveAside(const QString &path, const QString &aside)
{
    if (!QFileInfo::exists(path)) {
        return Success();
    }
    if (!renamed(path, aside)) {
        return notWritten(aside);
    }
    m_done.append({path, aside});
    return Success();
}

void PlacedFiles::undo()
{
    std::reverse(m_done.begin(), m_done.end());
    for (const Done &done : std::as_const(m_done)) {
        if (done.aside.isEmpty()) {
            QFile::remove(done.to);
        } else {
            // Two names of one file are left as they are by rename().
            renamed(done.aside, done.to);
            QFile::remove(done.aside);
        }
    }
    m_done.clear();
    m_keptAside.clear();
}

} // namespace lightwell

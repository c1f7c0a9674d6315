// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/asidefiles.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace lightwell::asidefiles {

namespace {

constexpr auto ending = ".replaced"_L1;

/// Over one that is there, which QFile::rename() would not.
bool rename(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

QString setAside(const QString &path)
{
    const QString aside = path + u'.' + QUuid::createUuid().toString(QUuid::WithoutBraces) + ending;
    return rename(path, aside) ? aside : QString();
}

void takeBack(const QString &folder, const QString &id)
{
    const QStringList names = QDir(folder).entryList({QString(id + ".*"_L1 + ending)}, QDir::Files);
    for (const QString &name : names) { // over one that was written anew: it is the same
        static_cast<void>(rename(QString(folder + u'/' + name), QString(folder + u'/' + name.section(u'.', 0, 1))));
    }
}

bool isAside(const QString &path)
{
    return path.endsWith(ending);
}

} // namespace lightwell::asidefiles

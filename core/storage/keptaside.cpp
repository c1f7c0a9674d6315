// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/keptaside.h"

#include "core/storage/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace lightwell {

QString nameAside(const QString &path, const QString &word)
{
    const QString stamp = QLocale::c().toString(QDateTime::currentDateTime(), u"yyyyMMdd-hhmmss"_s);
    const QString name = u"%1.%2-%3"_s.arg(path, word, stamp);
    QString kept = name;
    for (int number = 2; QFile::exists(kept); ++number) {
        kept = u"%1-%2"_s.arg(name).arg(number);
    }
    return kept;
}

Result<QString> keepAside(const QString &path)
{
    const QString kept = nameAside(path, u"damaged"_s);
    QFile file(path);
    if (!file.rename(kept)) { // never in the place of another
        return fileError(file);
    }
    return kept;
}

QStringList filesKeptAside(const QString &folder)
{
    QStringList paths;
    const QDir directory(folder);
    const QStringList names = directory.entryList({u"*.damaged-*"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        paths.append(directory.filePath(name));
    }
    return paths;
}

} // namespace lightwell

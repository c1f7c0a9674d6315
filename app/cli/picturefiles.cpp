// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picturefiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("lightwell::cli", text);
}

QString freeName(const QDir &folder, const QString &stem, const QString &suffix)
{
    QString name = stem + u'.' + suffix;
    for (int number = 2; folder.exists(name); ++number) {
        name = u"%1-%2.%3"_s.arg(stem).arg(number).arg(suffix);
    }
    return folder.filePath(name);
}

QString stemOf(const Generation &generation, const Picture &picture)
{
    QString stem = generation.plan ? generation.plan->offer.model : generation.request.model;
    stem.replace(u'/', u'-');
    if (picture.seed) {
        stem += u'-' + QString::number(*picture.seed);
    }
    return stem;
}

Status copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly)) {
        return notSent(ErrorKind::Storage, tr("%1 cannot be read: %2").arg(from, source.errorString()));
    }
    if (!target.open(QIODevice::WriteOnly) || target.write(source.readAll()) != source.size() || !target.commit()) {
        return notSent(ErrorKind::Storage,
                       tr("%1 cannot be written: %2. The picture is kept in %3.").arg(to, target.errorString(), from));
    }
    return Success();
}

} // namespace

bool isFolderName(const QString &output)
{
    return output.isEmpty() || output.endsWith(u'/') || QFileInfo(output).isDir()
        || QFileInfo(output).suffix().isEmpty();
}

Result<QStringList> copyPictures(const Generation &generation, const QString &output)
{
    QStringList written;
    const bool toFolder = isFolderName(output) || generation.pictures.size() > 1;
    const QFileInfo target(output);
    const QDir folder(isFolderName(output) ? (output.isEmpty() ? u"."_s : output) : target.path());
    if (!folder.mkpath(u"."_s)) {
        return notSent(ErrorKind::Storage, tr("The folder %1 cannot be made.").arg(folder.path()));
    }
    for (const Picture &picture : generation.pictures) {
        const QString suffix = formatSuffix(picture.format);
        QString path = output;
        if (toFolder) {
            const QString stem = isFolderName(output) ? stemOf(generation, picture) : target.completeBaseName();
            path = freeName(folder, stem, suffix);
        }
        if (const Status copied = copyFile(picture.path, path); !copied.ok()) {
            return copied.error();
        }
        written.append(QFileInfo(path).absoluteFilePath());
    }
    return written;
}

} // namespace lightwell

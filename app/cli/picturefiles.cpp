// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picturefiles.h"

#include "core/model/filename.h"
#include "core/storage/mediastore.h"
#include "core/storage/readfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

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
    QString stem = fileStem(generation.plan ? generation.plan->offer.model : generation.request.model);
    if (picture.seed) {
        stem += u'-' + QString::number(*picture.seed);
    }
    return stem;
}

Error cannotBeWritten(const QString &path, const QString &reason)
{
    return notSent(ErrorKind::Storage, Text::tr("%1 cannot be written: %2.").arg(path, reason));
}

QString folderOf(const QString &output)
{
    if (!isFolderName(output)) {
        return QFileInfo(output).path();
    }
    return output.isEmpty() ? u"."_s : output;
}

Status makeFolder(const QString &folder)
{
    errno = 0;
    if (QDir().mkpath(folder)) {
        return Success();
    }
    return notSent(ErrorKind::Storage,
                   Text::tr("The folder %1 cannot be made: %2.").arg(folder, qt_error_string(errno)));
}

/// What was paid for is not lost with its copy: every error says where it is.
Error keptAt(Error error, const QStringList &paths)
{
    if (!paths.isEmpty()) {
        error.message +=
            u' ' + Text::tr("Already made and kept in Lightwell's own folder: %1").arg(paths.join(u", "_s));
    }
    return error;
}

Status writePicture(const Picture &picture, const QString &to)
{
    const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
    if (!bytes) {
        return bytes.error();
    }
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly) || target.write(*bytes) != bytes->size() || !target.commit()) {
        return cannotBeWritten(to, target.errorString());
    }
    return Success();
}

} // namespace

bool isFolderName(const QString &output)
{
    return output.isEmpty() || output.endsWith(u'/') || QFileInfo(output).isDir()
        || QFileInfo(output).suffix().isEmpty();
}

Status prepareTarget(const QString &output)
{
    const QString folder = folderOf(output);
    if (const Status made = makeFolder(folder); !made.ok()) {
        return made;
    }
    if (const std::optional<Error> wrong = notAFile(output); wrong && !isFolderName(output)) {
        return *wrong; // it would be replaced, and whoever waits at a pipe would wait on
    }
    if (!isFolderName(output)) {
        QSaveFile file(output); // as the picture will be written; given up, it leaves no trace
        return file.open(QIODevice::WriteOnly) ? Status(Success()) : cannotBeWritten(output, file.errorString());
    }
    QTemporaryFile probe(folder + u"/.lightwell-XXXXXX"_s);
    if (!probe.open()) {
        return cannotBeWritten(folder, probe.errorString());
    }
    return Success();
}

Result<QStringList> copyPictures(const Generation &generation, const QString &output)
{
    QStringList written;
    QStringList kept;
    for (const Picture &picture : generation.pictures) {
        if (!picture.path.isEmpty()) {
            kept.append(picture.path);
        }
    }
    const bool toFolder = isFolderName(output) || generation.pictures.size() > 1;
    const QFileInfo target(output);
    const QDir folder(folderOf(output));
    if (generation.pictures.isEmpty()) {
        return written;
    }
    if (const Status made = makeFolder(folder.path()); !made.ok()) {
        return keptAt(made.error(), kept);
    }
    for (const Picture &picture : generation.pictures) {
        const QString suffix = formatSuffix(picture.format);
        QString path = output;
        const std::optional<ImageFormat> named = formatFromName(target.suffix());
        if (toFolder || (named && named != picture.format)) {
            const QString stem = isFolderName(output) ? stemOf(generation, picture) : target.completeBaseName();
            path = freeName(folder, stem, suffix);
        }
        if (const Status copied = writePicture(picture, path); !copied.ok()) {
            return keptAt(copied.error(), kept);
        }
        written.append(QFileInfo(path).absoluteFilePath());
    }
    return written;
}

} // namespace lightwell

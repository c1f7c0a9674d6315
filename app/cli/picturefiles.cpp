// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picturefiles.h"

#include "app/cli/terminal.h"
#include "core/model/filename.h"
#include "core/storage/mediastore.h"
#include "core/storage/readfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <cerrno>
#include <sys/stat.h>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

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

/// What the file system says of a name, before anything is written under it.
Status checkName(const QString &path)
{
    struct stat info = {};
    if (::lstat(QFile::encodeName(path).constData(), &info) == 0 || errno == ENOENT) {
        return Success();
    }
    return cannotBeWritten(path, qt_error_string(errno));
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

QString freeName(const QDir &folder, const QString &stem, const QString &suffix)
{
    QString name = stem + u'.' + suffix;
    for (int number = 2; folder.exists(name); ++number) {
        name = u"%1-%2.%3"_s.arg(stem).arg(number).arg(suffix);
    }
    return folder.filePath(name);
}

bool isFolderName(const QString &output)
{
    return output.isEmpty() || output.endsWith(u'/') || QFileInfo(output).isDir()
        || QFileInfo(output).suffix().isEmpty();
}

Status prepareTarget(const QString &output, int pictures)
{
    const QString folder = folderOf(output);
    if (isFolderName(output) && QFileInfo::exists(folder) && !QFileInfo(folder).isDir()) {
        return notSent(ErrorKind::Storage,
                       Text::tr("%1 is not a folder. Name a folder, or a file ending in .png, .jpg, .webp, .avif, .gif "
                                "or .jxl.")
                           .arg(folder));
    }
    if (!isFolderName(output)) {
        const QFileInfo name(output);
        const QString last = u"%1/%2-%3.%4"_s.arg(folder, name.completeBaseName()).arg(pictures).arg(name.suffix());
        for (const QString &path : {output, pictures > 1 ? last : output}) {
            if (Status possible = checkName(path); !possible) {
                return possible;
            }
        }
    }
    if (Status made = makeFolder(folder); !made.ok()) {
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

Result<QStringList> copyPictures(const Generation &generation, const QString &output, Existing existing)
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
        } else if (existing == Existing::Kept && target.exists()) {
            path = freeName(folder, target.completeBaseName(), target.suffix());
        }
        if (const Status copied = writePicture(picture, path); !copied.ok()) {
            return keptAt(copied.error(), kept);
        }
        written.append(QFileInfo(path).absoluteFilePath());
    }
    return written;
}

std::optional<Existing> decideOnExisting(const QString &output, bool force, Terminal &terminal)
{
    if (force || isFolderName(output) || !QFileInfo::exists(output)) {
        return force ? Existing::Replaced : Existing::Kept;
    }
    if (!Terminal::asksAPerson()) {
        terminal.message(
            Text::tr("%1 is there already, so the picture gets the next free name. --force replaces it.").arg(output));
        return Existing::Kept;
    }
    if (terminal.confirms(Text::tr("%1 is there already. Replace it? (y/n)").arg(output))) {
        return Existing::Replaced;
    }
    return std::nullopt;
}

} // namespace lightwell

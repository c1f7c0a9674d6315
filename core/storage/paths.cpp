// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/paths.h"

#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

/// XDG says: a relative path in one of its variables is to be ignored.
QString stateFolder()
{
    const QString set = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(set) ? set : QDir::homePath() + "/.local/state"_L1;
}

/// Takes rights of others away from a folder that is this user's own; never from shared ones like /tmp.
bool makePrivate(const QString &folder)
{
    struct stat info = {};
    const QByteArray name = QFile::encodeName(folder);
    if (::stat(name.constData(), &info) != 0) {
        return false;
    }
    if (info.st_uid != ::geteuid() || (info.st_mode & S_ISVTX) != 0 || (info.st_mode & 077) == 0) {
        return true;
    }
    return ::chmod(name.constData(), info.st_mode & S_IRWXU) == 0;
}

} // namespace

QString Paths::settingsFile() const
{
    return config + "/settings.ini"_L1;
}

QString Paths::userCatalogFile() const
{
    return config + "/catalog.json"_L1;
}

QString Paths::secretsFile() const
{
    return config + "/keys.encrypted"_L1;
}

QString Paths::secretsWitnessFile() const
{
    return data + "/keys.seen"_L1;
}

QString Paths::databaseFile() const
{
    return data + "/lightwell.db"_L1;
}

QString Paths::mediaFolder() const
{
    return data + "/media"_L1;
}

QString Paths::rescueFolder()
{
    // Qt makes "/" of a TMPDIR that is not there.
    const QDir temporary(QDir::tempPath());
    return temporary.isRoot() ? QString() : temporary.filePath(u"lightwell-rescued-%1"_s.arg(::geteuid()));
}

QString Paths::logFile() const
{
    return logs + "/lightwell.log"_L1;
}

Paths Paths::standard()
{
    const QString home = qEnvironmentVariable("LIGHTWELL_HOME");
    if (!home.isEmpty()) {
        const QString folder = QDir::cleanPath(QDir(home).absolutePath());
        return {folder, folder, folder + "/logs"_L1};
    }
    const auto below = [](QStandardPaths::StandardLocation location) {
        return QString(QStandardPaths::writableLocation(location) + "/lightwell"_L1);
    };
    return {below(QStandardPaths::GenericConfigLocation), below(QStandardPaths::GenericDataLocation),
            stateFolder() + "/lightwell"_L1};
}

Status Paths::create() const
{
    for (const QString &folder : {config, data, logs, mediaFolder()}) {
        if (Status made = makeDurableFolder(folder); !made) {
            return made;
        }
        if (!makePrivate(folder)) {
            return fileError(QFile(folder));
        }
    }
    return Success();
}

} // namespace lightwell

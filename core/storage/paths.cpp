// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/paths.h"

#include "core/storage/durablefile.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

bool isUsableHome(const QString &folder)
{
    return QDir::isAbsolutePath(folder) && QDir::cleanPath(folder) != "/"_L1;
}

/// Without HOME (cron, services, containers) the home of the account; nothing in the root directory. Empty: none.
QString userHome()
{
    const QString set = qEnvironmentVariable("HOME");
    if (isUsableHome(set)) {
        return QDir::cleanPath(set);
    }
    const passwd *account = ::getpwuid(::geteuid());
    const QString known = account ? QFile::decodeName(account->pw_dir) : QString();
    return isUsableHome(known) ? QDir::cleanPath(known) : QString();
}

/// XDG says: a relative path in one of its variables is to be ignored.
QString xdgFolder(const char *variable, QLatin1StringView standard)
{
    const QString set = qEnvironmentVariable(variable);
    if (QDir::isAbsolutePath(set)) {
        return QDir::cleanPath(set) + "/lightwell"_L1;
    }
    const QString home = userHome();
    return home.isEmpty() ? QString() : home + standard + "/lightwell"_L1;
}

constexpr std::array xdgVariables {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"};

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

QString Paths::presetsFile() const
{
    return config + "/presets.json"_L1;
}

QString Paths::routingFile() const
{
    return config + "/routing.json"_L1;
}

QString Paths::workflowsFolder() const
{
    return config + "/workflows"_L1;
}

QString Paths::foundEnginesFile() const
{
    return data + "/engines.json"_L1;
}

QString Paths::modelListsFolder() const
{
    return data + "/model-lists"_L1;
}

QString Paths::keyBookFile() const
{
    return config + "/keys.json"_L1;
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

QString Paths::balancesFile() const
{
    return data + "/balances.json"_L1;
}

QString Paths::restoreNoteFile() const
{
    return data + "/restoring.json"_L1;
}

QString Paths::mediaFolder() const
{
    return data + "/media"_L1;
}

QString Paths::replayFolder() const
{
    return data + "/replay"_L1;
}

QString Paths::thumbnailsFolder() const
{
    return data + "/thumbnails"_L1;
}

QString Paths::referencesFolder() const
{
    return data + "/references"_L1;
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
    return {xdgFolder(xdgVariables[0], "/.config"_L1), xdgFolder(xdgVariables[1], "/.local/share"_L1),
            xdgFolder(xdgVariables[2], "/.local/state"_L1)};
}

QStringList Paths::ignoredVariables()
{
    QStringList names;
    for (const char *variable : xdgVariables) {
        const QString set = qEnvironmentVariable(variable);
        if (!set.isEmpty() && !QDir::isAbsolutePath(set) && qEnvironmentVariableIsEmpty("LIGHTWELL_HOME")) {
            names.append(QString::fromLatin1(variable));
        }
    }
    return names;
}

Status Paths::known() const
{
    const bool isKnown = !config.isEmpty() && !data.isEmpty() && !logs.isEmpty();
    return isKnown ? Status(Success()) : notSent(ErrorKind::Storage, reasons::homeUnknown());
}

Status Paths::create() const
{
    if (Status there = known(); !there) {
        return there;
    }
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

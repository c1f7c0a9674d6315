// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/homecheck.h"

#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using Place = PlaceFacts::Place;
using Severity = HomeFinding::Severity;

QString ownerName(uid_t owner)
{
    const passwd *account = ::getpwuid(owner);
    return account ? QString::fromLocal8Bit(account->pw_name) : QString::number(owner);
}

HomeFinding finding(Severity severity, QLatin1StringView code, const QString &path, const Reason &reason)
{
    return {severity, code, path, reason};
}

std::optional<HomeFinding> judgeOwner(const PlaceFacts &facts, uid_t me, const QString &path)
{
    if (facts.owner == me || facts.owner == 0) {
        return std::nullopt;
    }
    const QString shown = QDir::toNativeSeparators(path);
    const QString owner = ownerName(facts.owner);
    if (!facts.ownerHasAccount) {
        // Above all where a container has the volume of another system; there is nobody here who could do harm.
        return facts.place == Place::Folder
            ? std::optional(finding(Severity::Warning, "unknown_owner"_L1, path, reasons::ownerUnknown(shown, owner)))
            : std::nullopt;
    }
    if (facts.place == Place::Above) {
        return finding(Severity::Warning, "other_owner"_L1, path, reasons::ownerAbove(shown, owner));
    }
    if (me == 0) {
        return finding(Severity::Warning, "other_owner"_L1, path, reasons::ownerBesideRoot(shown, owner));
    }
    return finding(Severity::Refused, "other_owner"_L1, path, reasons::ownerOther(shown, owner));
}

std::optional<HomeFinding> judgeMode(const PlaceFacts &facts, uid_t me, const QString &path)
{
    const bool open = (facts.mode & S_IWOTH) != 0 && (facts.mode & S_ISVTX) == 0;
    const bool ours = facts.place == Place::Folder && facts.owner == me;
    if (!S_ISDIR(facts.mode) || !open || ours) {
        return std::nullopt;
    }
    return finding(Severity::Warning, "writable_by_others"_L1, path,
                   reasons::writableByOthers(QDir::toNativeSeparators(path)));
}

std::optional<HomeFinding> judgeKind(const PlaceFacts &facts, const QString &path)
{
    const bool good = facts.place == Place::File ? S_ISREG(facts.mode) : S_ISDIR(facts.mode);
    if (good) {
        return std::nullopt;
    }
    const QString shown = QDir::toNativeSeparators(path);
    return finding(Severity::Refused, "not_a_file"_L1, path,
                   facts.place == Place::File ? reasons::placeIsNoFile(shown) : reasons::placeIsNoFolder(shown));
}

/// Nothing where there is nothing, or nothing to be seen.
void look(QList<HomeFinding> &findings, Place place, const QString &path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0) {
        return;
    }
    const PlaceFacts facts {place, info.st_uid, info.st_mode, ::getpwuid(info.st_uid) != nullptr};
    if (std::optional<HomeFinding> found = judgePlace(facts, ::geteuid(), path)) {
        findings.append(*std::move(found));
    }
}

/// Those above it, as they are after links and as the path has them.
QStringList above(const QString &folder)
{
    QStringList folders;
    const QFileInfo info(folder);
    for (QString path : {info.canonicalFilePath(), info.absoluteFilePath()}) {
        while (!path.isEmpty() && path != "/"_L1) {
            path = QFileInfo(path).path();
            if (!folders.contains(path)) {
                folders.append(path);
            }
        }
    }
    return folders;
}

} // namespace

std::optional<HomeFinding> judgePlace(const PlaceFacts &facts, uid_t me, const QString &path)
{
    if (std::optional<HomeFinding> kind = judgeKind(facts, path)) {
        return kind;
    }
    // One is enough of each place: another user's hands weigh most, then everybody's.
    const std::optional<HomeFinding> owner = judgeOwner(facts, me, path);
    const std::optional<HomeFinding> mode = judgeMode(facts, me, path);
    return mode && (!owner || owner->code == "unknown_owner"_L1) ? mode : owner;
}

QList<HomeFinding> checkHome(const Paths &paths)
{
    QStringList folders {paths.config, paths.data, paths.logs, paths.mediaFolder(), paths.data + "/running"_L1};
    folders.removeDuplicates();
    QList<HomeFinding> findings;
    QStringList upper;
    for (const QString &folder : std::as_const(folders)) {
        look(findings, Place::Folder, folder);
        upper += above(folder);
    }
    const QString database = paths.databaseFile();
    const QStringList files {paths.settingsFile(),
                             paths.userCatalogFile(),
                             paths.presetsFile(),
                             paths.secretsFile(),
                             paths.keyBookFile(),
                             paths.secretsFile() + ".lock"_L1,
                             paths.secretsWitnessFile(),
                             paths.config + "/gateway.seed"_L1,
                             paths.data + "/home.lock"_L1,
                             database,
                             database + "-wal"_L1,
                             database + "-shm"_L1,
                             paths.logFile()};
    for (const QString &file : files) {
        look(findings, Place::File, file);
    }
    upper.removeDuplicates();
    for (const QString &folder : std::as_const(upper)) {
        if (!folders.contains(folder)) {
            look(findings, Place::Above, folder);
        }
    }
    std::stable_partition(findings.begin(), findings.end(),
                          [](const HomeFinding &found) { return found.severity == Severity::Refused; });
    return findings;
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/boundedjson.h"
#include "core/storage/archive.h"
#include "core/storage/backupmanifest.h"
#include "core/storage/backupplaces.h"
#include "core/storage/durablefile.h"
#include "core/storage/homebackup.h"
#include "core/storage/homelock.h"
#include "core/storage/placedfiles.h"
#include "core/storage/readfile.h"
#include "core/storage/storagereasons.h"
#include "core/storage/store.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <map>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using backupplaces::Place;

constexpr char stagingPattern[] = ".restoring-*";

/// A backup, unpacked beside where its files go, each on the disk of its folder: giving them their names there is one
/// step of the file system each.
class Unpacked
{
public:
    explicit Unpacked(const Paths &paths)
        : m_paths(paths)
    {
    }

    [[nodiscard]] Status read(const QString &file)
    {
        if (Status made = makeStaging(m_paths.data); !made) {
            return made;
        }
        const auto take = [this](const QString &name) { return stagedPathOf(name); };
        const auto taken = [this](const ArchivedFile &entry) {
            m_files.append(entry);
            return Status(Success());
        };
        if (Status whole = readArchive(file, take, taken); !whole) {
            return whole;
        }
        return check(file);
    }

    [[nodiscard]] QString staged(const Place &place) const { return stagingOf(place.folder) + u'/' + place.name; }
    [[nodiscard]] QString database() const
    {
        return stagingOf(m_paths.data) + u'/' + QLatin1StringView(backupplaces::databaseName);
    }
    /// What was unpacked is on the disk.
    [[nodiscard]] Status sync() const
    {
        for (const auto &[folder, staging] : m_stagings) {
            const QString path = staging->path();
            const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            const bool isSynced = handle >= 0 && ::syncfs(handle) == 0;
            if (handle >= 0) {
                ::close(handle);
            }
            if (!isSynced) {
                return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(path)));
            }
        }
        return Success();
    }
    /// The files are needed to take back what was placed of them.
    void keep()
    {
        for (const auto &[folder, staging] : m_stagings) {
            staging->setAutoRemove(false);
        }
    }
    [[nodiscard]] const Manifest &manifest() const { return m_manifest; }
    [[nodiscard]] QList<Place> places() const
    {
        QList<Place> places;
        for (const ArchivedFile &file : m_manifest.files) {
            places.append(*backupplaces::placeOf(file.name, m_paths));
        }
        return places;
    }

private:
    [[nodiscard]] QString stagingOf(const QString &folder) const
    {
        const auto staging = m_stagings.find(folder);
        return staging == m_stagings.end() ? QString() : staging->second->path();
    }

    /// Of a folder that is not there yet: above it, where it will be.
    [[nodiscard]] Status makeStaging(const QString &folder)
    {
        if (m_stagings.contains(folder)) {
            return Success();
        }
        QFileInfo at(folder);
        while (!at.isDir() && !at.isRoot()) {
            at.setFile(at.absolutePath());
        }
        auto staging = std::make_unique<QTemporaryDir>(at.absoluteFilePath() + "/.restoring-XXXXXX"_L1);
        if (!staging->isValid()) {
            return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(folder)));
        }
        m_stagings.emplace(folder, std::move(staging));
        return Success();
    }

    [[nodiscard]] Result<QString> stagedPathOf(const QString &name)
    {
        const bool isManifest = name == QLatin1StringView(backupplaces::manifestName);
        const std::optional<Place> place =
            isManifest ? Place {name, m_paths.data, {}} : backupplaces::placeOf(name, m_paths);
        if (!place) {
            return notSent(ErrorKind::Invalid, reasons::backupForeignEntry(name));
        }
        const Status made = makeStaging(place->folder);
        return made ? Result<QString>(staged(*place)) : made.error();
    }

    /// What came is what was put in, and all of it.
    [[nodiscard]] Status check(const QString &file)
    {
        const Error bad = notSent(ErrorKind::Invalid, reasons::backupDamaged(QDir::toNativeSeparators(file)));
        const QString path = stagingOf(m_paths.data) + u'/' + QLatin1StringView(backupplaces::manifestName);
        const Result<QByteArray> last = readRegularFile(path, jsonlimits::own.bytes);
        if (!last) {
            return m_files.isEmpty() ? notSent(ErrorKind::Invalid, reasons::backupOfAnother()) : bad;
        }
        const Result<Manifest> manifest = Manifest::fromJson(*last);
        if (!manifest) {
            return manifest.error();
        }
        m_manifest = *manifest;
        m_files.removeLast();
        const bool isSame = std::equal(m_files.begin(), m_files.end(), m_manifest.files.begin(), m_manifest.files.end(),
                                       [](const ArchivedFile &a, const ArchivedFile &b) {
                                           return a.name == b.name && a.bytes == b.bytes && a.hash == b.hash;
                                       });
        return isSame && QFileInfo::exists(database()) ? Status(Success()) : bad;
    }

    const Paths &m_paths;
    std::map<QString, std::unique_ptr<QTemporaryDir>> m_stagings; ///< by the folder for which they are
    Manifest m_manifest;
    QList<ArchivedFile> m_files;
};

/// Of those that were killed, perhaps with all the pictures of a backup.
QStringList leftOver(const Paths &paths)
{
    QStringList left;
    const QStringList folders = backupplaces::foldersOf(paths);
    for (const QString &folder : folders) {
        const QStringList names =
            QDir(folder).entryList({QString::fromLatin1(stagingPattern), u".backup-*"_s}, QDir::Dirs | QDir::Hidden);
        for (const QString &name : names) {
            left.append(folder + u'/' + name);
        }
    }
    return left;
}

/// Whoever has the home alone is the only one at work.
void removeLeftOver(const Paths &paths)
{
    const QStringList left = leftOver(paths);
    for (const QString &folder : left) {
        QDir(folder).removeRecursively();
    }
}

/// Opened as by the next program, beside the home: what it refuses now would be too late then.
Status bringOn(const QString &database)
{
    const Result<std::unique_ptr<Store>> store = Store::open(database);
    return store ? Status(Success()) : store.error();
}

/// For whoever has the home alone.
Result<bool> takeBackAlone(const Paths &paths)
{
    if (!QFileInfo::exists(paths.restoreNoteFile())) {
        return false;
    }
    const Status done = PlacedFiles::takeBack(paths.restoreNoteFile());
    return done ? Result<bool>(true) : done.error();
}

} // namespace

Result<bool> takeBackRestore(const Paths &paths)
{
    const bool isNoted = QFileInfo::exists(paths.restoreNoteFile());
    if (!isNoted && leftOver(paths).isEmpty()) {
        return false;
    }
    const Result<std::unique_ptr<HomeLock>> alone = HomeLock::take(paths.data, HomeLock::Use::Alone);
    if (!alone && !isNoted) {
        return false; // whoever is at work needs them, or another start takes them away
    }
    if (!alone) { // it runs, or somebody takes it back just now
        return notSent(ErrorKind::Storage, reasons::homeRestoring(QDir::toNativeSeparators(paths.data)));
    }
    Result<bool> done = takeBackAlone(paths);
    if (done) {
        removeLeftOver(paths);
    }
    return done;
}

Result<RestoreReport> restoreHome(const Paths &paths, const QString &file, Replace replace)
{
    if (const Status made = paths.create(); !made) {
        return made.error();
    }
    const Result<std::unique_ptr<HomeLock>> alone = HomeLock::take(paths.data, HomeLock::Use::Alone);
    if (!alone) {
        return alone.error();
    }
    if (const Result<bool> before = takeBackAlone(paths); !before) {
        return before.error();
    }
    removeLeftOver(paths);
    Unpacked unpacked(paths);
    if (const Status read = unpacked.read(file); !read) {
        return read.error();
    }
    if (const Status good = bringOn(unpacked.database()); !good) {
        return good.error();
    }
    RestoreReport report {unpacked.manifest().version, unpacked.manifest().createdAt, {}, {}, 0};
    PlacedFiles placed(paths.restoreNoteFile());
    const QList<Place> places = unpacked.places();
    for (const Place &place : places) {
        if (place.isPicture) {
            report.pictures += QFileInfo::exists(place.path) ? 0 : 1;
            placed.addUnlessThere(unpacked.staged(place), place.path);
        } else if (QFileInfo::exists(place.path) && replace == Replace::Nothing) {
            return notSent(ErrorKind::Invalid, reasons::restoreWouldReplace(QDir::toNativeSeparators(place.path)));
        } else if (place.path != paths.databaseFile()) {
            placed.add(unpacked.staged(place), place.path);
            report.files.append(place.path);
        }
    }
    // The last one: until it is there, the home is the old one.
    placed.addDatabase(unpacked.database(), paths.databaseFile());
    report.files.prepend(paths.databaseFile());
    if (const Status synced = unpacked.sync(); !synced) {
        return synced.error();
    }
    if (const Status done = placed.place(); !done) {
        if (QFileInfo::exists(paths.restoreNoteFile())) {
            unpacked.keep();
        }
        return done.error();
    }
    report.keptAside = placed.keptAside();
    return report;
}

} // namespace lightwell

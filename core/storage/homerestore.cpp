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

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

using backupplaces::Place;

/// A backup, unpacked beside where its files go: giving them their names there is one step of the file system each.
class Unpacked
{
public:
    explicit Unpacked(const Paths &paths)
        : m_paths(paths)
        , m_config(paths.config + "/.restoring-XXXXXX"_L1)
        , m_data(paths.data + "/.restoring-XXXXXX"_L1)
    {
    }

    [[nodiscard]] Status read(const QString &file)
    {
        if (!m_config.isValid() || !m_data.isValid()) {
            return notSent(ErrorKind::Storage, reasons::fileNotWritten(QDir::toNativeSeparators(m_paths.data)));
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

    [[nodiscard]] QString staged(const Place &place) const
    {
        return (place.folder == m_paths.data ? m_data : m_config).filePath(place.name);
    }
    [[nodiscard]] QString database() const { return m_data.filePath(QString::fromLatin1(backupplaces::databaseName)); }
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
    [[nodiscard]] Result<QString> stagedPathOf(const QString &name) const
    {
        if (name == QLatin1StringView(backupplaces::manifestName)) {
            return m_data.filePath(name);
        }
        const std::optional<Place> place = backupplaces::placeOf(name, m_paths);
        return place ? Result<QString>(staged(*place)) : notSent(ErrorKind::Invalid, reasons::backupForeignEntry(name));
    }

    /// What came is what was put in, and all of it.
    [[nodiscard]] Status check(const QString &file)
    {
        const Error bad = notSent(ErrorKind::Invalid, reasons::backupDamaged(QDir::toNativeSeparators(file)));
        const QString path = m_data.filePath(QString::fromLatin1(backupplaces::manifestName));
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
    QTemporaryDir m_config;
    QTemporaryDir m_data;
    Manifest m_manifest;
    QList<ArchivedFile> m_files;
};

/// Of those that were killed; whoever has the home alone is the only one at work.
void removeLeftOver(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u".restoring-*"_s, u".backup-*"_s}, QDir::Dirs | QDir::Hidden);
    for (const QString &name : names) {
        QDir(folder + u'/' + name).removeRecursively();
    }
}

/// Opened as by the next program, beside the home: what it refuses now would be too late then.
Status bringOn(const QString &database)
{
    const Result<std::unique_ptr<Store>> store = Store::open(database);
    return store ? Status(Success()) : store.error();
}

} // namespace

Result<RestoreReport> restoreHome(const Paths &paths, const QString &file, Replace replace)
{
    if (const Status made = paths.create(); !made) {
        return made.error();
    }
    const Result<std::unique_ptr<HomeLock>> alone = HomeLock::take(paths.data, HomeLock::Use::Alone);
    if (!alone) {
        return alone.error();
    }
    removeLeftOver(paths.config);
    removeLeftOver(paths.data);
    Unpacked unpacked(paths);
    if (const Status read = unpacked.read(file); !read) {
        return read.error();
    }
    if (const Status good = bringOn(unpacked.database()); !good) {
        return good.error();
    }
    RestoreReport report {unpacked.manifest().version, unpacked.manifest().createdAt, {}, {}, 0};
    PlacedFiles placed;
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
    if (const Status done = placed.place(); !done) {
        return done.error();
    }
    report.keptAside = placed.keptAside();
    return report;
}

} // namespace lightwell

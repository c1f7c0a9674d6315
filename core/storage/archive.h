// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

class QFileDevice;

/// Files in one (tar with gzip, which every system opens), through libarchive. Blocks on the disk.
namespace lightwell {

/// What an entry held, counted while it passed.
struct ArchivedFile
{
    QString name;
    qint64 bytes = 0;
    QString hash; ///< BLAKE2b-256 in hexadecimal digits
};

class ArchiveWriter
{
public:
    explicit ArchiveWriter(QFileDevice &file); ///< open for writing; outlives this
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter &) = delete;
    ArchiveWriter &operator=(const ArchiveWriter &) = delete;

    /// The file as it is now; one that becomes shorter meanwhile is an error.
    [[nodiscard]] Result<ArchivedFile> add(const QString &name, const QString &path);
    [[nodiscard]] Result<ArchivedFile> add(const QString &name, const QByteArray &bytes);
    [[nodiscard]] Status finish();

private:
    [[nodiscard]] Status begin(const QString &name, qint64 bytes);
    [[nodiscard]] Status write(const QByteArray &piece);
    [[nodiscard]] Error failure() const;
    class Private;
    std::unique_ptr<Private> d;
};

/// Reads from the first entry to the last. `take` says where an entry goes, empty for nowhere, or why it must not be
/// there; `taken` hears what was written. An archive that is cut off or damaged is an error; what is no plain file
/// (links, folders, devices) is one, too.
[[nodiscard]] Status readArchive(const QString &archive,
                                 const std::function<Result<QString>(const QString &name)> &take,
                                 const std::function<Status(const ArchivedFile &file)> &taken);

} // namespace lightwell

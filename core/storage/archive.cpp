// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/archive.h"

#include "core/storage/durablefile.h"
#include "core/storage/storagereasons.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <cerrno>
#include <sodium.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr qsizetype pieceBytes = 256LL * 1024;
constexpr std::size_t hashBytes = crypto_generichash_BYTES; // 32: BLAKE2b-256

class Hash
{
public:
    Hash() { crypto_generichash_init(&m_state, nullptr, 0, hashBytes); }
    void add(const char *bytes, std::size_t count)
    {
        crypto_generichash_update(&m_state, reinterpret_cast<const unsigned char *>(bytes), count);
    }
    QString result()
    {
        QByteArray hash(qsizetype(hashBytes), '\0');
        crypto_generichash_final(&m_state, reinterpret_cast<unsigned char *>(hash.data()), hashBytes);
        return QString::fromLatin1(hash.toHex());
    }

private:
    crypto_generichash_state m_state;
};

struct FreeWriter
{
    void operator()(archive *writer) const { archive_write_free(writer); }
};
struct FreeReader
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
struct FreeEntry
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

Error damaged(const QString &path, archive *reader)
{
    Error error = notSent(ErrorKind::Invalid, reasons::backupDamaged(QDir::toNativeSeparators(path)));
    error.detail = QString::fromUtf8(archive_error_string(reader));
    return error;
}

/// Writes one entry to a file of its own.
Result<ArchivedFile> extract(archive *reader, const QString &name, const QString &path, const QString &archivePath)
{
    if (const Status made = makeDurableFolder(QFileInfo(path).absolutePath()); !made) {
        return made.error();
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        return fileError(file);
    }
    Hash hash;
    ArchivedFile result {name, 0, {}};
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, piece.data(), std::size_t(piece.size()));
        if (got < 0) {
            return damaged(archivePath, reader);
        }
        if (got == 0) {
            break;
        }
        hash.add(piece.constData(), std::size_t(got));
        result.bytes += got;
        if (file.write(piece.constData(), got) != got) {
            return fileError(file);
        }
    }
    if (!file.flush()) {
        return fileError(file);
    }
    result.hash = hash.result();
    return result;
}

} // namespace

class ArchiveWriter::Private
{
public:
    std::unique_ptr<archive, FreeWriter> writer;
    QFileDevice &file;
    QString name; ///< of the entry that is being written
};

ArchiveWriter::ArchiveWriter(QFileDevice &file)
    : d(new Private {std::unique_ptr<archive, FreeWriter>(archive_write_new()), file, {}})
{
    archive_write_add_filter_gzip(d->writer.get());
    archive_write_set_filter_option(d->writer.get(), "gzip", "compression-level", "1"); // pictures are small already
    archive_write_set_format_pax_restricted(d->writer.get());
    archive_write_open_fd(d->writer.get(), file.handle());
}

ArchiveWriter::~ArchiveWriter() = default;

Error ArchiveWriter::failure() const
{
    const int code = archive_errno(d->writer.get());
    Error error = fileError(d->file);
    error.setReason(code == ENOSPC || code == EDQUOT || code == EFBIG
                        ? reasons::diskFull()
                        : reasons::fileNotWritten(QDir::toNativeSeparators(d->file.fileName())));
    error.detail = QString::fromUtf8(archive_error_string(d->writer.get()));
    return error;
}

Status ArchiveWriter::begin(const QString &name, qint64 bytes)
{
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
    archive_entry_set_size(entry.get(), bytes);
    archive_entry_set_filetype(entry.get(), S_IFREG);
    archive_entry_set_perm(entry.get(), S_IRUSR | S_IWUSR);
    archive_entry_set_mtime(entry.get(), QDateTime::currentSecsSinceEpoch(), 0);
    return archive_write_header(d->writer.get(), entry.get()) == ARCHIVE_OK ? Status(Success()) : failure();
}

Status ArchiveWriter::write(const QByteArray &piece)
{
    const la_ssize_t written = archive_write_data(d->writer.get(), piece.constData(), std::size_t(piece.size()));
    return written == piece.size() ? Status(Success()) : failure();
}

Result<ArchivedFile> ArchiveWriter::add(const QString &name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(file);
    }
    ArchivedFile result {name, file.size(), {}};
    if (const Status begun = begin(name, result.bytes); !begun) {
        return begun.error();
    }
    Hash hash;
    for (qint64 left = result.bytes; left > 0;) {
        const QByteArray piece = file.read(std::min<qint64>(left, pieceBytes));
        if (piece.isEmpty()) {
            return fileError(file);
        }
        hash.add(piece.constData(), std::size_t(piece.size()));
        if (const Status written = write(piece); !written) {
            return written.error();
        }
        left -= piece.size();
    }
    result.hash = hash.result();
    return result;
}

Result<ArchivedFile> ArchiveWriter::add(const QString &name, const QByteArray &bytes)
{
    if (const Status begun = begin(name, bytes.size()); !begun) {
        return begun.error();
    }
    if (const Status written = write(bytes); !written) {
        return written.error();
    }
    Hash hash;
    hash.add(bytes.constData(), std::size_t(bytes.size()));
    return ArchivedFile {name, bytes.size(), hash.result()};
}

Status ArchiveWriter::finish()
{
    return archive_write_close(d->writer.get()) == ARCHIVE_OK ? Status(Success()) : failure();
}

Status readArchive(const QString &path, const std::function<Result<QString>(const QString &)> &take,
                   const std::function<Status(const ArchivedFile &)> &taken)
{
    const std::unique_ptr<archive, FreeReader> reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(path).constData(), std::size_t(pieceBytes))
        != ARCHIVE_OK) {
        return damaged(path, reader.get());
    }
    archive_entry *entry = nullptr;
    int code = archive_read_next_header(reader.get(), &entry);
    for (; code == ARCHIVE_OK; code = archive_read_next_header(reader.get(), &entry)) {
        const QString name = QString::fromUtf8(archive_entry_pathname_utf8(entry));
        const bool isLink = archive_entry_hardlink(entry) != nullptr;
        if (archive_entry_filetype(entry) != S_IFREG || isLink) {
            return notSent(ErrorKind::Invalid, reasons::backupForeignEntry(name));
        }
        const Result<QString> place = take(name);
        if (!place) {
            return place.error();
        }
        if (place->isEmpty()) {
            continue;
        }
        const Result<ArchivedFile> file = extract(reader.get(), name, *place, path);
        if (!file) {
            return file.error();
        }
        if (Status accepted = taken(*file); !accepted) {
            return accepted;
        }
    }
    return code == ARCHIVE_EOF ? Status(Success()) : damaged(path, reader.get());
}

} // namespace lightwell

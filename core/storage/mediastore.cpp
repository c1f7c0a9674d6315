// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/mediastore.h"

#include "core/model/largebuffer.h"
#include "core/storage/asidefiles.h"
#include "core/storage/backgroundfile.h"
#include "core/storage/durablefile.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <optional>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

constexpr int hashBytes = crypto_generichash_BYTES; // 32: BLAKE2b-256

constexpr std::array everyFormat = {ImageFormat::Png,  ImageFormat::Jpeg, ImageFormat::Webp,
                                    ImageFormat::Avif, ImageFormat::Gif,  ImageFormat::Jxl,
                                    ImageFormat::Tiff, ImageFormat::Heif, ImageFormat::Svg};

/// Of the folder, which hold no pictures of the store.
constexpr std::array otherFolders = {"/unread/"_L1, "/arriving/"_L1, "/bin/"_L1};

QString hexOf(const std::array<unsigned char, hashBytes> &hash)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())).toHex());
}

bool isContentAddress(const QString &id)
{
    return id.size() == 2 * static_cast<qsizetype>(hashBytes) && std::all_of(id.begin(), id.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Picture described(const QByteArray &bytes, ImageFormat format, QSize size)
{
    Picture picture;
    picture.id = MediaStore::contentAddress(bytes);
    picture.format = format;
    picture.size = size;
    picture.bytes = bytes.size();
    return picture;
}

/// In a folder that all may write, another user may have been first; a symbolic link could lead anywhere.
bool isOnlyOurs(const QString &folder)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::geteuid() && (info.st_mode & 077) == 0;
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(file);
    }
    QByteArray bytes = uninitializedBytes(file.size());
    const qint64 size = file.read(bytes.data(), bytes.size());
    if (size < 0 || file.error() != QFileDevice::NoError) {
        return fileError(file);
    }
    bytes.truncate(size);
    return bytes;
}

Error notFound()
{
    return notSent(ErrorKind::NotFound, reasons::pictureNotThere());
}

} // namespace

MediaStore::MediaStore(QString folder, QString rescueFolder)
    : m_folder(std::move(folder))
    , m_rescueFolder(std::move(rescueFolder))
{
}

MediaStore MediaStore::notingAt(const QString &place, Money callCost) const
{
    MediaStore noting = *this;
    noting.m_place = place;
    noting.m_callCost = callCost;
    return noting;
}

Arrivals MediaStore::arrivals() const
{
    return Arrivals(m_folder + "/arriving"_L1);
}

QList<Arrival> MediaStore::arrivedAt(const QString &place) const
{
    QList<Arrival> arrived;
    const QList<QList<Arrival>> places = arrivals().at(place);
    for (const QList<Arrival> &versions : places) {
        for (Arrival version : versions) {
            const Result<QByteArray> bytes = read(version.picture.id);
            if (bytes) {
                version.picture.path = pathOf(version.picture.id);
                version.picture.bytes = bytes->size();
                arrived.append(version);
                break;
            }
        }
    }
    return arrived;
}

QList<QList<Arrival>> MediaStore::versionsAt(const QString &place) const
{
    return place.contains(u'.') ? QList<QList<Arrival>> {arrivals().atOne(place)} : arrivals().at(place);
}

QList<MediaStore::Replaced> MediaStore::replacedAt(const QString &place) const
{
    QList<Replaced> all;
    const QList<QList<Arrival>> places = versionsAt(place);
    for (const QList<Arrival> &versions : places) {
        Replaced replaced;
        for (const Arrival &version : versions) {
            const QString &id = version.picture.id;
            if (replaced.picture.isEmpty()) {
                replaced.picture = versions.size() > 1 && read(id) ? id : QString();
            } else if (id != replaced.picture && !replaced.earlier.contains(id)) {
                replaced.earlier.append(id);
            }
        }
        if (!replaced.earlier.isEmpty()) {
            all.append(replaced);
        }
    }
    return all;
}

QStringList MediaStore::notedAt(const QString &place) const
{
    QStringList ids;
    const QList<QList<Arrival>> places = versionsAt(place);
    for (const QList<Arrival> &versions : places) {
        for (const Arrival &version : versions) {
            ids.append(version.picture.id);
        }
    }
    ids.removeDuplicates();
    return ids;
}

QStringList MediaStore::notedElsewhere(const QStringList &pictures, const QString &place) const
{
    return arrivals().notedElsewhere(pictures, place);
}

QString MediaStore::setAside(const QString &id) const
{
    const QString path = pathOf(id);
    return path.isEmpty() ? QString() : asidefiles::setAside(path);
}

void MediaStore::takeBack(const QString &id) const
{
    if (!isContentAddress(id)) {
        return;
    }
    asidefiles::takeBack(m_folder + u'/' + id.left(2), id);
    if (!m_rescueFolder.isEmpty() && isOnlyOurs(m_rescueFolder)) {
        asidefiles::takeBack(m_rescueFolder, id);
    }
}

bool MediaStore::discard(const QString &aside)
{
    return !aside.isEmpty() && QFile::remove(aside);
}

QStringList MediaStore::generationsNoted() const
{
    return arrivals().generations();
}

void MediaStore::forgetArrivals(const QString &place) const
{
    arrivals().forget(place);
}

void MediaStore::forgetArrival(const QString &place) const
{
    arrivals().forgetOne(place);
}

QString MediaStore::contentAddress(const QByteArray &bytes)
{
    std::array<unsigned char, hashBytes> hash = {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char *>(bytes.constData()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return hexOf(hash);
}

Result<Picture> MediaStore::write(const QByteArray &bytes, ImageFormat format, QSize size) const
{
    if (bytes.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::pictureHasNoBytes());
    }
    constexpr qsizetype large = 1024LL * 1024;
    std::optional<BackgroundFile> early; // finding the name of a large picture takes longer than writing it
    if (bytes.size() >= large && QFileInfo(m_folder).isDir()) {
        early.emplace(m_folder + "/picture"_L1, bytes);
    }
    Picture picture = described(bytes, format, size);
    if (!m_place.isEmpty()) {
        arrivals().note(m_place, {picture, m_callCost});
    }
    const QString folder = m_folder + u'/' + picture.id.left(2);
    if (QFileInfo(folder).isDir()) { // else it holds nothing
        picture.path = pathIn(folder, picture.id, format);
    } else if (const Status made = makeDurableFolder(folder); !made) {
        return made.error();
    }
    const Result<QByteArray> there = picture.path.isEmpty() ? notFound() : readFile(picture.path);
    if (there && *there == bytes) {
        return picture; // and whole: a damaged one is written anew
    }
    if (picture.path.isEmpty()) {
        picture.path = folder + u'/' + picture.id + u'.' + formatSuffix(format);
    }
    const Status written = early ? early->name(picture.path) : writeAddressed(picture.path, bytes);
    return written ? Result<Picture>(picture) : written.error();
}

Result<QString> MediaStore::keepUnread(const QByteArray &bytes) const
{
    const QString folder = m_folder + "/unread"_L1;
    if (const Status made = makeDurableFolder(folder); !made) {
        return made.error();
    }
    const QString path = folder + u'/' + contentAddress(bytes) + ".bin"_L1;
    if (const Status written = writeAddressed(path, bytes); !written) {
        return written.error();
    }
    return path;
}

Result<QString> MediaStore::keepUnread(QFile &file) const
{
    const QString folder = m_folder + "/unread"_L1;
    if (const Status made = makeDurableFolder(folder); !made) {
        return made.error();
    }
    QTemporaryFile copy(folder + "/answer.XXXXXX"_L1); // taken away again unless it gets its name
    if (!copy.open()) {
        return fileError(copy);
    }
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hashBytes);
    constexpr qint64 pieceBytes = 1024LL * 1024;
    for (QByteArray piece = file.read(pieceBytes); !piece.isEmpty(); piece = file.read(pieceBytes)) {
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(piece.constData()),
                                  static_cast<unsigned long long>(piece.size()));
        if (copy.write(piece) != piece.size()) {
            return fileError(copy);
        }
    }
    if (file.error() != QFileDevice::NoError || !copy.flush()) {
        return fileError(file.error() != QFileDevice::NoError ? file : copy);
    }
    std::array<unsigned char, hashBytes> hash = {};
    crypto_generichash_final(&state, hash.data(), hash.size());
    const QString path = folder + u'/' + hexOf(hash) + ".bin"_L1;
    if (const Status named = nameDurably(copy, path); !named) {
        return named.error();
    }
    return path;
}

KeptPicture MediaStore::keep(const QByteArray &bytes, ImageFormat format, QSize size) const
{
    const Result<Picture> written = write(bytes, format, size);
    if (written) {
        return {*written, {}};
    }
    KeptPicture kept {described(bytes, format, size), written.error()};
    kept.trouble->billing = Billing::Billed;
    if (rescue(kept.picture, bytes)) {
        kept.trouble->setReason(
            reasons::pictureRescuedTo(written.error().why(), QDir::toNativeSeparators(kept.picture.path)));
        return kept;
    }
    kept.picture.content = bytes;
    kept.trouble->setReason(reasons::pictureOnlyInMemory(written.error().why()));
    return kept;
}

Status MediaStore::rescue(Picture &picture, const QByteArray &bytes) const
{
    if (m_rescueFolder.isEmpty()) {
        return notFound();
    }
    if (Status made = makeDurableFolder(m_rescueFolder); !made) {
        return made;
    }
    if (!isOnlyOurs(m_rescueFolder)) {
        return notFound();
    }
    const QString path = m_rescueFolder + u'/' + picture.id + u'.' + formatSuffix(picture.format);
    Status written = writeAddressed(path, bytes);
    if (written) {
        picture.path = path;
    }
    return written;
}

Result<QByteArray> MediaStore::bytesOf(const Picture &picture)
{
    if (!picture.content.isEmpty()) {
        return picture.content;
    }
    return picture.path.isEmpty() ? notFound() : readFile(picture.path);
}

Result<QByteArray> MediaStore::read(const QString &id) const
{
    if (pathOf(id).isEmpty()) {
        takeBack(id); // a program may have ended while it had set aside what somebody needs after all
    }
    const QString path = pathOf(id);
    if (path.isEmpty()) {
        return notFound();
    }
    Result<QByteArray> bytes = readFile(path);
    if (bytes && contentAddress(*bytes) != id) {
        return notSent(ErrorKind::Storage, reasons::pictureFileDamaged(QDir::toNativeSeparators(path)));
    }
    return bytes;
}

QString MediaStore::pathOf(const QString &id) const
{
    if (!isContentAddress(id)) {
        return {};
    }
    const QString path = pathIn(m_folder + u'/' + id.left(2), id);
    const bool rescued = path.isEmpty() && !m_rescueFolder.isEmpty() && isOnlyOurs(m_rescueFolder);
    return rescued ? pathIn(m_rescueFolder, id) : path;
}

QStringList MediaStore::files() const
{
    QStringList paths;
    QDirIterator all(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        const bool isElse = std::any_of(std::begin(otherFolders), std::end(otherFolders),
                                        [&](QLatin1StringView name) { return path.startsWith(m_folder + name); });
        if (!isElse && !asidefiles::isAside(path)) {
            paths.append(path);
        }
    }
    paths.sort();
    return paths;
}

QString MediaStore::pathIn(const QString &folder, const QString &id, ImageFormat likely)
{
    const QString base = folder + u'/' + id + u'.';
    const QByteArray name = QFile::encodeName(base);
    const auto isThere = [&name](ImageFormat format) {
        return ::access(QByteArray(name + formatSuffix(format).toLatin1()).constData(), F_OK) == 0;
    };
    if (isThere(likely)) {
        return base + formatSuffix(likely);
    }
    const auto *const found = std::find_if(everyFormat.begin(), everyFormat.end(),
                                           [&](ImageFormat format) { return format != likely && isThere(format); });
    return found == everyFormat.end() ? QString() : base + formatSuffix(*found);
}

} // namespace lightwell

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/picturelinks.h"

#include "core/journal/hexcolumn.h"
#include "core/journal/picturerows.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

struct Known
{
    QString generation;
    qint64 sequence = 0;
    QList<Picture> pictures;
};

Result<QList<Known>> knownPictures(Database &database)
{
    Result<Rows> rows = execute(database,
                                u"SELECT id, sequence FROM generations WHERE sequence IN "
                                "(SELECT generation FROM pictures) ORDER BY sequence"_s);
    if (!rows) {
        return rows.error();
    }
    QList<Known> all;
    while (rows.value().next()) {
        all.append({rows.value().value(0).toString(), rows.value().value(1).toLongLong(), {}});
    }
    if (const Status read = rows->readToTheEnd(); !read) {
        return read.error();
    }
    for (Known &known : all) {
        Result<QList<Picture>> pictures = picturerows::read(database, known.sequence);
        if (!pictures) {
            return pictures.error();
        }
        known.pictures = std::move(pictures).value();
    }
    return all;
}

/// What a person deleted lies in the bin, or nowhere any more, and is not looked for.
Result<QSet<QString>> deletedPictures(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT picture FROM picture_marks WHERE deleted_at IS NOT NULL"_s);
    if (!rows) {
        return rows.error();
    }
    QSet<QString> deleted;
    while (rows.value().next()) {
        deleted.insert(hexcolumn::fromColumn(rows.value().value(0)));
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QSet<QString>>(deleted) : whole.error();
}

bool isWhole(const QString &path, const Picture &picture)
{
    const QFileInfo info(path);
    return info.isFile() && (picture.bytes <= 0 || info.size() == picture.bytes);
}

/// One path may lead over a link to the media folder.
bool isSameFile(const QString &one, const QString &other)
{
    return one == other || QFileInfo(one).canonicalFilePath() == QFileInfo(other).canonicalFilePath();
}

class Search
{
public:
    explicit Search(const MediaStore &media)
        : m_media(media)
        , m_files(media.files())
    {
    }

    /// Whether the books mean it, and not a copy in the home that these books were brought from.
    [[nodiscard]] bool isInPlace(const Picture &picture) const
    {
        if (!isWhole(picture.path, picture)) {
            return false;
        }
        const QString own = m_media.pathOf(picture.id);
        return own.isEmpty() || !isWhole(own, picture) || isSameFile(own, picture.path);
    }
    /// Where it lies now, under its own name or another one.
    [[nodiscard]] std::optional<QString> find(const Picture &picture)
    {
        const QString own = m_media.pathOf(picture.id);
        if (!own.isEmpty() && isWhole(own, picture)) {
            return own;
        }
        for (const QString &path : std::as_const(m_files)) {
            if (isWhole(path, picture) && contentOf(path) == picture.id) {
                return path;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] const QStringList &files() const { return m_files; }

private:
    /// Of files with the size that is looked for, so that few are ever read.
    [[nodiscard]] QString contentOf(const QString &path)
    {
        QFile file(path);
        if (!m_contents.contains(path) && file.open(QIODevice::ReadOnly)) {
            m_contents.insert(path, MediaStore::contentAddress(file.readAll()));
        }
        return m_contents.value(path);
    }

    const MediaStore &m_media;
    QStringList m_files;
    QHash<QString, QString> m_contents;
};

/// Yields where it lies under its own name from now on.
Result<QString> broughtHome(const MediaStore &media, const Picture &picture, const QString &path)
{
    if (path == media.pathOf(picture.id)) {
        return path;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return QString();
    }
    const Result<Picture> written = media.write(file.readAll(), picture.format, picture.size);
    return written ? Result<QString>(written->path) : written.error();
}

} // namespace

Result<PictureLinks> checkPictures(Store &store, const MediaStore &media, Relink relink)
{
    Result<QList<Known>> known = store.read(knownPictures).result();
    if (!known) {
        return known.error();
    }
    const Result<QSet<QString>> deleted = store.read(deletedPictures).result();
    if (!deleted) {
        return deleted.error();
    }
    PictureLinks links;
    Search search(media);
    QSet<QString> told;
    QList<Known> changed;
    for (Known &generation : known.value()) {
        bool isChanged = false;
        for (Picture &picture : generation.pictures) {
            if (deleted->contains(picture.id)) {
                continue;
            }
            if (search.isInPlace(picture)) {
                ++links.whole;
                told.insert(picture.path);
                continue;
            }
            const std::optional<QString> found = search.find(picture);
            if (!found) {
                links.missing.append({generation.generation, picture.path});
                continue;
            }
            links.moved.append({generation.generation, *found});
            told.insert(*found);
            if (relink == Relink::Moved) {
                const Result<QString> home = broughtHome(media, picture, *found);
                if (!home) {
                    return home.error();
                }
                picture.path = *home;
                told.insert(*home);
                isChanged = true;
            }
        }
        if (isChanged) {
            changed.append(generation);
        }
    }
    for (const QString &file : search.files()) {
        if (!told.contains(file)) {
            links.unknown.append(file);
        }
    }
    const auto write = [changed](Database &database) -> Status {
        return inTransaction(database, [&]() -> Status {
            for (const Known &generation : changed) {
                if (Status written = picturerows::write(database, generation.sequence, generation.pictures); !written) {
                    return written;
                }
            }
            return Success();
        });
    };
    const Status written = changed.isEmpty() ? Status(Success()) : store.write(write).result();
    return written ? Result<PictureLinks>(links) : written.error();
}

} // namespace lightwell

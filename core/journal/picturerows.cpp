// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/picturerows.h"

#include "core/journal/columns.h"
#include "core/journal/hexcolumn.h"

using namespace Qt::StringLiterals;

namespace lightwell::picturerows {

namespace {

/// The picture's own place in a media folder.
QString placeOf(const Picture &picture)
{
    return picture.id.left(2) + u'/' + picture.id + u'.' + formatSuffix(picture.format);
}

QString pathColumn(const Picture &picture)
{
    const QString place = u'/' + placeOf(picture);
    return picture.path.endsWith(place) ? picture.path.chopped(place.size() - 1) : notNull(picture.path);
}

Result<bool> hasAny(Database &database, qint64 sequence)
{
    Result<Rows> rows = execute(database, u"SELECT 1 FROM pictures WHERE generation = ? LIMIT 1"_s, {sequence});
    if (!rows) {
        return rows.error();
    }
    const bool isAny = rows.value().next();
    const Status read = rows->readToTheEnd();
    return read ? Result<bool>(isAny) : read.error();
}

Status insert(Database &database, qint64 sequence, qsizetype position, const Picture &picture)
{
    const Result<int> inserted = change(
        database,
        u"INSERT INTO pictures (generation, position, id, format, width, height, bytes, seed, path, revised_prompt) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {sequence, position, hexcolumn::toColumn(picture.id), formatName(picture.format), picture.size.width(),
         picture.size.height(), picture.bytes, picture.seed ? QVariant(*picture.seed) : lightwell::columns::null(),
         pathColumn(picture), notNull(picture.revisedPrompt)});
    return inserted ? Status(Success()) : inserted.error();
}

} // namespace

Status write(Database &database, qint64 sequence, const QList<Picture> &pictures)
{
    // Most often there are none before. To delete what is not there SQLite makes a temporary table all the same.
    const Result<bool> earlier = hasAny(database, sequence);
    if (!earlier) {
        return earlier.error();
    }
    Status written = Success();
    if (*earlier) {
        written = asStatus(change(database, u"DELETE FROM pictures WHERE generation = ?"_s, {sequence}));
    }
    for (qsizetype position = 0; written && position < pictures.size(); ++position) {
        written = insert(database, sequence, position, pictures.at(position));
    }
    return written;
}

QString columns()
{
    return u"pictures.id, pictures.format, pictures.width, pictures.height, pictures.bytes, pictures.seed, "
           "pictures.path, pictures.revised_prompt"_s;
}

Picture pictureOf(const Rows &row)
{
    Picture picture;
    picture.id = hexcolumn::fromColumn(row.value(0));
    picture.format = formatFromName(row.value(1).toString()).value_or(ImageFormat::Png);
    picture.size = QSize(row.value(2).toInt(), row.value(3).toInt());
    picture.bytes = row.value(4).toLongLong();
    if (!row.value(5).isNull()) {
        picture.seed = row.value(5).toLongLong();
    }
    picture.path = row.value(6).toString();
    if (picture.path.endsWith(u'/')) {
        picture.path += placeOf(picture);
    }
    picture.revisedPrompt = row.value(7).toString();
    return picture;
}

Result<QList<Picture>> read(Database &database, qint64 sequence)
{
    Result<Rows> rows = execute(
        database, u"SELECT %1 FROM pictures WHERE generation = ? ORDER BY position"_s.arg(columns()), {sequence});
    if (!rows) {
        return rows.error();
    }
    QList<Picture> pictures;
    while (rows.value().next()) {
        pictures.append(pictureOf(rows.value()));
    }
    if (const Status whole = rows->readToTheEnd(); !whole) {
        return whole.error();
    }
    return pictures;
}

} // namespace lightwell::picturerows

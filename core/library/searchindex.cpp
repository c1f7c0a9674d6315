// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/searchindex.h"

#include "core/journal/hexcolumn.h"
#include "core/library/searchwords.h"
#include "core/model/boundedjson.h"
#include "core/storage/backend.h"
#include "core/storage/query.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lightwell::searchindex {

namespace {

struct PictureTexts
{
    qint64 key = 0;
    QStringList texts;
};

struct Words
{
    QList<PictureTexts> pictures;
    QStringList parents; ///< content addresses of what they were made of
};

/// What goes in keeps the name that the media store gave it, which is its content address.
QStringList parentsIn(const QJsonObject &request)
{
    constexpr qsizetype addressDigits = 64;
    QStringList parents;
    const QJsonArray images = request.value("images"_L1).toArray();
    for (const QJsonValue &image : images) {
        const QString stem = image["name"_L1].toString().section(u'.', 0, 0);
        const QByteArray address = QByteArray::fromHex(stem.toLatin1());
        if (stem.size() == addressDigits && QString::fromLatin1(address.toHex()) == stem) {
            parents.append(stem);
        }
    }
    return parents;
}

Result<QStringList> tagsOf(Database &database, const QVariant &picture)
{
    Result<Rows> rows = execute(database, u"SELECT tag FROM picture_tags WHERE picture = ?"_s, {picture});
    if (!rows) {
        return rows.error();
    }
    QStringList tags;
    while (rows.value().next()) {
        tags.append(rows.value().value(0).toString());
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QStringList>(tags) : whole.error();
}

Result<Words> wordsOf(Database &database, qint64 generation)
{
    Result<Rows> rows = execute(database,
                                u"SELECT pictures.position, pictures.id, pictures.revised_prompt, generations.model, "
                                "generations.provider, generations.request FROM pictures JOIN generations ON "
                                "generations.sequence = pictures.generation WHERE pictures.generation = ? AND "
                                "pictures.position < ?"_s,
                                {generation, maxPictures});
    if (!rows) {
        return rows.error();
    }
    Words words;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        const Result<QStringList> tags = tagsOf(database, row.value(1));
        if (!tags) {
            return tags.error();
        }
        const Result<QJsonObject> request = readJsonObject(row.value(5).toString().toUtf8(), jsonlimits::own);
        const QString prompt = request ? request->value("prompt"_L1).toString() : QString();
        words.parents = request ? parentsIn(*request) : QStringList();
        words.pictures.append(
            {keyOf(generation, row.value(0).toLongLong()),
             QStringList {prompt, row.value(2).toString(), row.value(3).toString(), row.value(4).toString()} + *tags});
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<Words>(words) : whole.error();
}

Status takeIn(Database &database, qint64 generation)
{
    const Result<Words> words = wordsOf(database, generation);
    if (!words) {
        return words.error();
    }
    Status written = asStatus(change(database, database.backend().removeWords(),
                                     {generation * maxPictures, generation * maxPictures + maxPictures - 1}));
    for (const PictureTexts &picture : words->pictures) {
        if (!written) {
            return written;
        }
        written = asStatus(
            change(database, database.backend().insertWords(), {picture.key, notNull(searchwords::of(picture.texts))}));
    }
    for (const QString &parent : words->parents) {
        if (!written) {
            return written;
        }
        written = asStatus(change(
            database,
            u"INSERT INTO picture_parents (generation, picture) VALUES (?, ?) ON CONFLICT (generation, picture) DO NOTHING"_s,
            {generation, hexcolumn::toColumn(parent)}));
    }
    return written ? asStatus(change(database, u"DELETE FROM library_changes WHERE generation = ?"_s, {generation}))
                   : written;
}

} // namespace

Status catchUp(Database &database, int most)
{
    Result<Rows> rows =
        execute(database, u"SELECT generation FROM library_changes ORDER BY generation DESC LIMIT ?"_s, {most});
    if (!rows) {
        return rows.error();
    }
    QList<qint64> changed;
    while (rows.value().next()) {
        changed.append(rows.value().value(0).toLongLong());
    }
    if (const Status whole = rows->readToTheEnd(); !whole) {
        return whole;
    }
    for (const qint64 generation : std::as_const(changed)) {
        if (const Status taken = takeIn(database, generation); !taken) {
            return taken;
        }
    }
    return Success();
}

Result<qint64> behind(Database &database)
{
    Result<Rows> rows = execute(database, u"SELECT count(*) FROM library_changes"_s);
    if (!rows) {
        return rows.error();
    }
    return rows.value().next() ? Result<qint64>(rows.value().value(0).toLongLong()) : rows->error();
}

Status markChanged(Database &database, const QVariant &picture)
{
    return asStatus(
        change(database,
               u"INSERT INTO library_changes (generation) SELECT DISTINCT generation FROM pictures WHERE id = ? "
               "ON CONFLICT (generation) DO NOTHING"_s,
               {picture}));
}

} // namespace lightwell::searchindex

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/searchindex.h"

#include "core/library/searchwords.h"
#include "core/model/boundedjson.h"
#include "core/storage/backend.h"
#include "core/storage/query.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lightwell::searchindex {

namespace {

struct PictureTexts
{
    qint64 key = 0;
    QStringList texts;
};

Status done(const Result<int> &changed)
{
    return changed ? Status(Success()) : changed.error();
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

Result<QList<PictureTexts>> textsOf(Database &database, qint64 generation)
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
    QList<PictureTexts> pictures;
    while (rows.value().next()) {
        const Rows &row = rows.value();
        const Result<QStringList> tags = tagsOf(database, row.value(1));
        if (!tags) {
            return tags.error();
        }
        const Result<QJsonObject> request = readJsonObject(row.value(5).toString().toUtf8(), jsonlimits::own);
        const QString prompt = request ? request->value("prompt"_L1).toString() : QString();
        pictures.append(
            {keyOf(generation, row.value(0).toLongLong()),
             QStringList {prompt, row.value(2).toString(), row.value(3).toString(), row.value(4).toString()} + *tags});
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<PictureTexts>>(pictures) : whole.error();
}

Status takeIn(Database &database, qint64 generation)
{
    const Result<QList<PictureTexts>> pictures = textsOf(database, generation);
    if (!pictures) {
        return pictures.error();
    }
    Status written = done(change(database, database.backend().removeWords(),
                                 {generation * maxPictures, generation * maxPictures + maxPictures - 1}));
    for (const PictureTexts &picture : *pictures) {
        if (!written) {
            return written;
        }
        written = done(
            change(database, database.backend().insertWords(), {picture.key, notNull(searchwords::of(picture.texts))}));
    }
    return written ? done(change(database, u"DELETE FROM library_changes WHERE generation = ?"_s, {generation}))
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
    return done(
        change(database,
               u"INSERT INTO library_changes (generation) SELECT DISTINCT generation FROM pictures WHERE id = ? "
               "ON CONFLICT (generation) DO NOTHING"_s,
               {picture}));
}

} // namespace lightwell::searchindex

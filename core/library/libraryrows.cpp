// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/libraryrows.h"

#include "core/journal/columns.h"
#include "core/journal/hexcolumn.h"
#include "core/journal/inputrows.h"
#include "core/journal/journalrows.h"
#include "core/journal/picturerows.h"
#include "core/ledger/ledgersql.h"
#include "core/library/librarysql.h"
#include "core/library/searchindex.h"
#include "core/storage/query.h"

using namespace Qt::StringLiterals;

namespace lightwell::libraryrows {

namespace {

constexpr int maxChildren = 20;
constexpr int ownColumns = 8; ///< of the picture, before those of its generation

QString columnsOfEntry()
{
    return picturerows::columns()
        + u", pictures.position, generations.id, generations.model, generations.provider, generations.project, "
          "generations.origin, generations.client, generations.created_at, generations.cost, (SELECT count(*) FROM "
          "pictures AS siblings WHERE siblings.generation = pictures.generation), generations.request, "
          "picture_marks.starred, picture_marks.hidden, pictures.generation, generations.estimate, "
          "generations.ended_at"_s;
}

enum Column {
    Position = ownColumns,
    Id,
    Model,
    Provider,
    Project,
    From,
    Client,
    CreatedAt,
    Cost,
    Siblings,
    Asked,
    Starred,
    HiddenMark,
    Sequence,
    Estimate,
    EndedAt
};

LibraryEntry entryOf(const Rows &row)
{
    LibraryEntry entry;
    entry.picture = picturerows::pictureOf(row);
    entry.position = row.value(Position).toInt();
    entry.key = searchindex::keyOf(row.value(Sequence).toLongLong(), entry.position);
    entry.generation = row.value(Id).toString();
    entry.model = row.value(Model).toString();
    entry.provider = row.value(Provider).toString();
    entry.project = row.value(Project).toString();
    entry.origin = journalrows::originFromName(row.value(From).toString()).value_or(Origin::Kind::CommandLine);
    entry.client = row.value(Client).toString();
    entry.createdAt = columns::toTime(row.value(CreatedAt));
    entry.cost = librarysql::shareOf(ledgersql::toMoney(row.value(Cost)), row.value(Siblings).toLongLong());
    entry.prompt = columns::toObject(row.value(Asked).toString().toUtf8()).value("prompt"_L1).toString();
    entry.isStarred = row.value(Starred).toInt() != 0;
    entry.isHidden = row.value(HiddenMark).toInt() != 0;
    return entry;
}

Status addTags(Database &database, LibraryEntry &entry)
{
    Result<QStringList> tags = picturemarks::tags(database, entry.picture.id);
    if (!tags) {
        return tags.error();
    }
    entry.tags = std::move(tags).value();
    return Success();
}

Result<QList<LibraryEntry>> readAll(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = execute(database, sql, values);
    if (!rows) {
        return rows.error();
    }
    QList<LibraryEntry> found;
    while (rows.value().next()) {
        LibraryEntry entry = entryOf(rows.value());
        if (const Status tagged = addTags(database, entry); !tagged) {
            return tagged.error();
        }
        found.append(std::move(entry));
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<LibraryEntry>>(found) : whole.error();
}

QString fromPictures()
{
    return u"pictures CROSS JOIN generations ON generations.sequence = pictures.generation LEFT JOIN picture_marks ON "
           "picture_marks.picture = pictures.id"_s;
}

QString selectEntries()
{
    return u"SELECT %1 FROM %2 "_s.arg(columnsOfEntry(), fromPictures());
}

Result<QStringList> names(Database &database, const QString &sql)
{
    Result<Rows> rows = execute(database, sql);
    if (!rows) {
        return rows.error();
    }
    QStringList found;
    while (rows.value().next()) {
        found.append(rows.value().value(0).toString());
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QStringList>(found) : whole.error();
}

qint64 positionOf(qint64 key)
{
    return searchindex::maxPictures - 1 - key % searchindex::maxPictures;
}

/// What it was made of, and what was made of it.
Status addRelatives(Database &database, LibraryDetails &details)
{
    const QVariant picture = hexcolumn::toColumn(details.entry.picture.id);
    Result<QList<LibraryEntry>> parents =
        readAll(database,
                selectEntries()
                    + u"WHERE picture_marks.deleted_at IS NULL AND (pictures.generation, pictures.position) IN (SELECT "
                      "place / %1, place % %1 FROM (SELECT max(made.generation * %1 + made.position) AS place FROM "
                      "picture_parents JOIN pictures AS made ON made.id = picture_parents.picture WHERE "
                      "picture_parents.generation = ? AND made.generation < picture_parents.generation GROUP BY "
                      "picture_parents.picture)) ORDER BY pictures.generation"_s.arg(searchindex::maxPictures),
                {searchindex::generationOf(details.entry.key)});
    if (!parents) {
        return parents.error();
    }
    details.parents = std::move(parents).value();
    const QString made = u"WHERE picture_marks.deleted_at IS NULL AND pictures.generation IN (SELECT generation FROM "
                         "picture_parents WHERE picture = ?)"_s;
    Result<QList<LibraryEntry>> children =
        readAll(database, selectEntries() + made + u" ORDER BY pictures.generation, pictures.position LIMIT ?"_s,
                {picture, maxChildren});
    if (!children) {
        return children.error();
    }
    details.children = std::move(children).value();
    details.childCount = details.children.size();
    if (details.childCount < maxChildren) {
        return Success();
    }
    Result<Rows> rows = execute(database, u"SELECT count(*) FROM %1 %2"_s.arg(fromPictures(), made), {picture});
    if (!rows || !rows.value().next()) {
        return rows ? rows->error() : rows.error();
    }
    details.childCount = rows.value().value(0).toLongLong();
    return Success();
}

/// What is not in the books, such as Lightwell's version then, stays empty.
Recipe recipeOf(const LibraryDetails &details, const QString &providerModel)
{
    Recipe recipe;
    recipe.prompt = details.entry.prompt;
    recipe.model = details.entry.model;
    recipe.provider = details.entry.provider;
    recipe.providerModel = providerModel;
    recipe.seed = details.seed();
    recipe.size = details.entry.picture.size;
    recipe.cost = details.entry.cost;
    recipe.createdAt = details.endedAt.isValid() ? details.endedAt : details.entry.createdAt;
    if (details.request) {
        recipe.negativePrompt = details.request->negativePrompt;
        recipe.tuning = details.request->tuning;
        recipe.isEdit = details.request->isEdit();
    }
    return recipe;
}

} // namespace

Result<QList<LibraryEntry>> search(Database &database, const LibraryFilter &filter, int limit, qint64 offset)
{
    const LibraryQuery query = queryOf(database, filter);
    return readAll(database,
                   u"SELECT %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT ? OFFSET ?"_s.arg(columnsOfEntry(), query.from,
                                                                                    query.where, query.newestFirst),
                   query.values + QVariantList {limit, offset});
}

Result<QList<LibraryEntry>> entries(Database &database, const QList<qint64> &keys)
{
    QList<LibraryEntry> found;
    for (const qint64 key : keys) {
        const Result<QList<LibraryEntry>> one =
            readAll(database, selectEntries() + u"WHERE pictures.generation = ? AND pictures.position = ?"_s,
                    {searchindex::generationOf(key), positionOf(key)});
        if (!one) {
            return one.error();
        }
        found.append(*one);
    }
    return found;
}

Result<std::optional<LibraryDetails>> details(Database &database, qint64 key)
{
    LibraryDetails details;
    {
        Result<Rows> rows =
            execute(database, selectEntries() + u"WHERE pictures.generation = ? AND pictures.position = ?"_s,
                    {searchindex::generationOf(key), positionOf(key)});
        if (!rows) {
            return rows.error();
        }
        if (!rows.value().next()) {
            const Status whole = rows->readToTheEnd();
            return whole ? Result<std::optional<LibraryDetails>>(std::nullopt) : whole.error();
        }
        const Rows &row = rows.value();
        details.entry = entryOf(row);
        details.estimate = ledgersql::toMoney(row.value(Estimate));
        details.endedAt = columns::toTime(row.value(EndedAt));
        details.siblings = row.value(Siblings).toInt();
        Result<Request> request = Request::fromJson(columns::toObject(row.value(Asked).toString().toUtf8()));
        if (request) {
            inputrows::leaveOut(request.value());
            details.request = std::move(request).value();
        }
    }
    if (const Status tagged = addTags(database, details.entry); !tagged) {
        return tagged.error();
    }
    const Status related = addRelatives(database, details);
    return related ? Result<std::optional<LibraryDetails>>(details) : related.error();
}

Result<std::optional<Recipe>> recipe(Database &database, const QString &picture)
{
    Result<Rows> rows =
        execute(database,
                u"SELECT pictures.generation, pictures.position, (SELECT provider_model FROM attempts "
                "WHERE attempts.generation = pictures.generation AND status IS NOT NULL ORDER BY number "
                "DESC LIMIT 1) FROM pictures WHERE id = ? ORDER BY pictures.generation DESC LIMIT 1"_s,
                {hexcolumn::toColumn(picture)});
    if (!rows) {
        return rows.error();
    }
    if (!rows.value().next()) {
        const Status whole = rows->readToTheEnd();
        return whole ? Result<std::optional<Recipe>>(std::nullopt) : whole.error();
    }
    const qint64 key = searchindex::keyOf(rows.value().value(0).toLongLong(), rows.value().value(1).toLongLong());
    const QString providerModel = rows.value().value(2).toString();
    if (const Status whole = rows->readToTheEnd(); !whole) {
        return whole.error();
    }
    const Result<std::optional<LibraryDetails>> found = details(database, key);
    if (!found) {
        return found.error();
    }
    return *found ? std::optional(recipeOf(**found, providerModel)) : std::nullopt;
}

Result<LibraryChoices> choices(Database &database)
{
    const QString have = u"SELECT DISTINCT %1 FROM generations WHERE %1 <> '' AND sequence IN (SELECT generation FROM "
                         "pictures) ORDER BY %1"_s;
    const Result<QStringList> models = names(database, have.arg(u"model"_s));
    const Result<QStringList> providers = models ? names(database, have.arg(u"provider"_s)) : models;
    const Result<QStringList> projects = providers ? names(database, have.arg(u"project"_s)) : providers;
    if (!projects) {
        return projects.error();
    }
    Result<QList<TagCount>> tags = picturemarks::allTags(database);
    if (!tags) {
        return tags.error();
    }
    return LibraryChoices {*models, *providers, *projects, *tags};
}

} // namespace lightwell::libraryrows

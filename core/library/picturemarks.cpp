// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/picturemarks.h"

#include "core/journal/hexcolumn.h"
#include "core/library/libraryreasons.h"
#include "core/library/searchindex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell {

bool isTag(const QString &tag)
{
    if (tag.isEmpty() || tag.size() > longestTag || tag.trimmed() != tag || !tag.isValidUtf16()) {
        return false;
    }
    const auto letters = tag.toUcs4();
    return std::all_of(letters.begin(), letters.end(), [](uint letter) {
        return QChar::isPrint(letter) && QChar::category(letter) != QChar::Other_Format;
    });
}

QString foldedTag(const QString &tag)
{
    return tag.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

} // namespace lightwell

namespace lightwell::picturemarks {

namespace {

Result<QStringList> texts(Database &database, const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = execute(database, sql, values);
    if (!rows) {
        return rows.error();
    }
    QStringList found;
    while (rows.value().next()) {
        found.append(hexcolumn::fromColumn(rows.value().value(0)));
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QStringList>(found) : whole.error();
}

QString columnOf(Mark mark)
{
    return mark == Mark::Starred ? u"starred"_s : u"hidden"_s;
}

} // namespace

Status set(Database &database, const QString &picture, Mark mark, bool on)
{
    return asStatus(
        change(database,
               u"INSERT INTO picture_marks (picture, %1) VALUES (?, ?) ON CONFLICT (picture) DO UPDATE SET %1 = "
               "excluded.%1"_s.arg(columnOf(mark)),
               {hexcolumn::toColumn(picture), on ? 1 : 0}));
}

Result<PictureMark> markOf(Database &database, const QString &picture)
{
    Result<Rows> rows = execute(database, u"SELECT starred, hidden FROM picture_marks WHERE picture = ?"_s,
                                {hexcolumn::toColumn(picture)});
    if (!rows) {
        return rows.error();
    }
    PictureMark mark;
    if (rows.value().next()) {
        mark = {rows.value().value(0).toInt() != 0, rows.value().value(1).toInt() != 0};
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<PictureMark>(mark) : whole.error();
}

Status addTag(Database &database, const QString &picture, const QString &tag)
{
    if (!isTag(tag)) {
        return notSent(ErrorKind::Invalid, reasons::noTag());
    }
    const QVariant column = hexcolumn::toColumn(picture);
    const Status added = asStatus(change(
        database,
        u"INSERT INTO picture_tags (folded, picture, tag) VALUES (?, ?, ?) ON CONFLICT (folded, picture) DO NOTHING"_s,
        {foldedTag(tag), column, tag}));
    return added ? searchindex::markChanged(database, column) : added;
}

Status removeTag(Database &database, const QString &picture, const QString &tag)
{
    const QVariant column = hexcolumn::toColumn(picture);
    const Status removed = asStatus(
        change(database, u"DELETE FROM picture_tags WHERE folded = ? AND picture = ?"_s, {foldedTag(tag), column}));
    return removed ? searchindex::markChanged(database, column) : removed;
}

Result<QStringList> tags(Database &database, const QString &picture)
{
    return texts(database, u"SELECT tag FROM picture_tags WHERE picture = ? ORDER BY folded"_s,
                 {hexcolumn::toColumn(picture)});
}

Result<QList<TagCount>> allTags(Database &database)
{
    Result<Rows> rows =
        execute(database, u"SELECT min(tag), count(*) FROM picture_tags GROUP BY folded ORDER BY folded"_s);
    if (!rows) {
        return rows.error();
    }
    QList<TagCount> found;
    while (rows.value().next()) {
        found.append({rows.value().value(0).toString(), rows.value().value(1).toLongLong()});
    }
    const Status whole = rows->readToTheEnd();
    return whole ? Result<QList<TagCount>>(found) : whole.error();
}

Result<QString> resolve(Database &database, const QString &beginning)
{
    const QString digits = beginning.trimmed().toLower();
    const QByteArray from = QByteArray::fromHex(digits.chopped(digits.size() % 2).toLatin1());
    const bool isAddress =
        digits.size() >= shortestBeginning && QString::fromLatin1(from.toHex()) == digits.chopped(digits.size() % 2);
    // What bytes go on with is never more than 32 of the highest.
    const Result<QStringList> found = isAddress
        ? texts(database, u"SELECT DISTINCT id FROM pictures WHERE id BETWEEN ? AND ? LIMIT 1000"_s,
                {from, QByteArray(from + QByteArray(32, '\xff'))})
        : Result<QStringList>(QStringList());
    if (!found) {
        return found.error();
    }
    QStringList meant = *found;
    meant.removeIf([&digits](const QString &id) { return !id.startsWith(digits); });
    if (meant.size() > 1) {
        return notSent(ErrorKind::Invalid, reasons::severalSuchPictures(beginning));
    }
    return meant.isEmpty() ? Result<QString>(notSent(ErrorKind::NotFound, reasons::noSuchPicture(beginning)))
                           : meant.constFirst();
}

} // namespace lightwell::picturemarks

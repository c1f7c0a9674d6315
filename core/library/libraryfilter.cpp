// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/libraryfilter.h"

#include "core/journal/journalrows.h"
#include "core/library/picturemarks.h"
#include "core/model/glob.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString shapeCondition(LibraryFilter::Shape shape)
{
    switch (shape) {
    case LibraryFilter::Shape::Square:
        return u"pictures.width * 20 BETWEEN pictures.height * 19 AND pictures.height * 21"_s;
    case LibraryFilter::Shape::Wide:
        return u"pictures.width * 20 > pictures.height * 21"_s;
    case LibraryFilter::Shape::Tall:
        return u"pictures.width * 20 < pictures.height * 19"_s;
    case LibraryFilter::Shape::Any:
        break;
    }
    return {};
}

} // namespace

LibraryCondition conditionOf(const LibraryFilter &filter)
{
    QStringList parts;
    QVariantList values;
    const auto add = [&parts, &values](const QString &part, const QVariant &value) {
        parts.append(part);
        values.append(value);
    };
    if (!filter.model.isEmpty()) {
        add(u"generations.model LIKE ? ESCAPE '\\'"_s, likePattern(filter.model));
    }
    if (!filter.provider.isEmpty()) {
        add(u"generations.provider = ?"_s, filter.provider);
    }
    if (!filter.project.isEmpty()) {
        add(u"generations.project = ?"_s, filter.project);
    }
    if (filter.origin) {
        add(u"generations.origin = ?"_s, journalrows::originName(*filter.origin));
    }
    if (filter.since.isValid()) {
        add(u"generations.created_at >= ?"_s, filter.since.toMSecsSinceEpoch());
    }
    if (filter.until.isValid()) {
        add(u"generations.created_at < ?"_s, filter.until.toMSecsSinceEpoch());
    }
    if (!filter.tag.isEmpty()) {
        add(u"EXISTS (SELECT 1 FROM picture_tags WHERE folded = ? AND picture = pictures.id)"_s, foldedTag(filter.tag));
    }
    if (filter.atMost.isKnown()) {
        add(u"generations.cost <= ? * (SELECT count(*) FROM pictures AS siblings WHERE siblings.generation = "
            "pictures.generation)"_s,
            filter.atMost.micros());
    }
    if (filter.shape != LibraryFilter::Shape::Any) {
        parts.append(shapeCondition(filter.shape));
    }
    if (filter.minPixels > 0) {
        add(u"pictures.width * pictures.height >= ?"_s, filter.minPixels);
    }
    if (filter.maxPixels > 0) {
        add(u"pictures.width * pictures.height <= ?"_s, filter.maxPixels);
    }
    if (filter.fromGeneration > 0) {
        add(u"pictures.generation >= ?"_s, filter.fromGeneration);
    }
    parts.append(u"picture_marks.deleted_at IS NULL"_s);
    if (filter.starredOnly) {
        parts.append(u"picture_marks.starred = 1"_s);
    }
    if (filter.hidden == LibraryFilter::Hidden::LeftOut) {
        parts.append(u"coalesce(picture_marks.hidden, 0) = 0"_s);
    } else if (filter.hidden == LibraryFilter::Hidden::Only) {
        parts.append(u"picture_marks.hidden = 1"_s);
    }
    return {parts.join(u" AND "_s), values};
}

} // namespace lightwell

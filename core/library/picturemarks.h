// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QStringList>

namespace lightwell {

class Database;

inline constexpr qsizetype longestTag = 64;
/// One line of letters that can be seen, without blanks around it.
[[nodiscard]] bool isTag(const QString &tag);
/// Under which a tag is one and the same in any case.
[[nodiscard]] QString foldedTag(const QString &tag);

/// What a person says of a picture with one press.
struct PictureMark
{
    bool isStarred = false;
    bool isHidden = false; ///< the collection leaves it out unless it is asked for
    friend bool operator==(const PictureMark &, const PictureMark &) = default;
};

struct TagCount
{
    QString tag;
    qint64 pictures = 0;
    friend bool operator==(const TagCount &, const TagCount &) = default;
};

} // namespace lightwell

/// What a person says of pictures, by their content addresses. Only on the store's thread; whatever writes, inside a
/// transaction of the caller.
namespace lightwell::picturemarks {

enum class Mark { Starred, Hidden };
[[nodiscard]] Status set(Database &database, const QString &picture, Mark mark, bool on);
/// Of a picture that has none, or is not there, neither.
[[nodiscard]] Result<PictureMark> markOf(Database &database, const QString &picture);
[[nodiscard]] Status addTag(Database &database, const QString &picture, const QString &tag);
[[nodiscard]] Status removeTag(Database &database, const QString &picture, const QString &tag);
/// By name.
[[nodiscard]] Result<QStringList> tags(Database &database, const QString &picture);
[[nodiscard]] Result<QList<TagCount>> allTags(Database &database);

/// The whole content address of the one picture whose address begins so.
[[nodiscard]] Result<QString> resolve(Database &database, const QString &beginning);
inline constexpr qsizetype shortestBeginning = 6; ///< of an address, in digits

} // namespace lightwell::picturemarks

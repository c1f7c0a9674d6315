// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lightwell {

/// By which two files at one path, or two states of one, differ, found by one look and without reading any. A file that
/// is not there has a mark, too.
struct FileMark
{
    qint64 file = -1; ///< its number on the disk; -1: there is none
    qint64 bytes = 0;
    qint64 writtenAt = 0; ///< nanoseconds since 1970
    qint64 changedAt = 0; ///< the same, of all that is known of it

    /// Nothing: it may change and leave no trace, since it was written within the same tick of the file system's clock,
    /// or cannot be looked at (a link that leads nowhere).
    [[nodiscard]] static std::optional<FileMark> of(const QString &path);
    friend bool operator==(const FileMark &, const FileMark &) = default;
};

} // namespace lightwell

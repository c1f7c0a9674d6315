// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/picturebin.h"

#include <optional>

/// A limit for what the pictures take on the disk: which go when it is passed, and in which order. First what lies in
/// the bin, the longest there first, and only that for good; then hidden pictures, then the others, the oldest first,
/// into the bin. Never those that somebody starred or tagged, that no generation is known of, or of the last day.
namespace lightwell::storelimit {

/// What was made or deleted within goes by no limit, so that it can be brought back. In the bin it counts for none.
inline constexpr int restHours = 24;
inline constexpr int stepPictures = 50; ///< at most, of one clearStep()

/// A file of the store or of its bin.
struct Held
{
    QByteArray picture; ///< its content address, as bytes
    qint64 bytes = 0; ///< on the disk
    qint64 at = 0; ///< milliseconds since 1970: made for the last time, or, in the bin, deleted
    bool isInBin = false;
    bool isHidden = false;
    bool isKept = false; ///< goes by no limit
};

struct Amount
{
    qint64 pictures = 0;
    qint64 bytes = 0;
    friend bool operator==(const Amount &, const Amount &) = default;
};

struct Usage
{
    Amount gallery; ///< hidden ones too
    Amount bin;
    friend bool operator==(const Usage &, const Usage &) = default;
};

/// What goes, each list in its order. Content addresses.
struct Clearing
{
    QStringList fromBin; ///< for good
    QStringList hidden; ///< into the bin
    QStringList oldest; ///< into the bin
    qint64 bytes = 0; ///< of all of them
    qint64 over = 0; ///< what is above the limit all the same, since nothing more may go

    [[nodiscard]] qsizetype count() const { return fromBin.size() + hidden.size() + oldest.size(); }
    [[nodiscard]] bool isEmpty() const { return count() == 0; }
};

/// Looks at the disk and into the books. Blocks: call it on the thread pool.
[[nodiscard]] Result<QList<Held>> held(const picturebin::Places &places);
[[nodiscard]] Usage usageOf(const QList<Held> &held);
/// `limit` in bytes; 0 or less: there is none, so nothing goes.
[[nodiscard]] Clearing clearingFor(const QList<Held> &held, qint64 limit, const QDateTime &now);

struct Cleared
{
    QStringList emptied; ///< gone for good
    QStringList binned; ///< can be brought back
    std::optional<Error> trouble = {}; ///< a file could not be moved; all are deleted nevertheless
};
/// The first of what is left, which it takes out of `left`. What somebody starred, tagged or brought back meanwhile
/// stays. Blocks: call it on the thread pool, again and again until nothing is left.
[[nodiscard]] Result<Cleared> clearStep(const picturebin::Places &places, Clearing &left, const QDateTime &now);
/// All that lies in the bin and can be brought back.
[[nodiscard]] QStringList inBin(const QList<Held> &held);

} // namespace lightwell::storelimit

// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QDateTime>
#include <QStringList>

/// Deleting pictures, which is never for good at once: they leave the collection, their files wait in a bin. What the
/// books say of their requests and costs stays. All of these block on database and disk: call them on the thread pool.
namespace lightwell {
class BinFolder;
class MediaStore;
class Store;
}

namespace lightwell::picturebin {

inline constexpr int keptDays = 30; ///< in the bin

struct Places
{
    Store &store;
    const MediaStore &media;
    const BinFolder &bin;
};

/// Pictures by their content addresses. The books say it first: what a crash leaves undone, tidy() does. An error: a
/// file could not be moved; all are deleted nevertheless.
[[nodiscard]] Status remove(const Places &places, const QStringList &pictures, const QDateTime &now);
/// Back from the bin. What is gone for good stays deleted.
[[nodiscard]] Status restore(const Places &places, const QStringList &pictures);
/// Takes those away for good that lie in the bin, whatever their time. Yields them: what came back meanwhile stays.
[[nodiscard]] Result<QStringList> empty(const Places &places, const QStringList &pictures);
/// Takes away for good what has been in the bin for its time, and moves there what was left elsewhere; also what
/// an interrupted purge has left. Yields the pictures that are gone now.
[[nodiscard]] Result<QStringList> tidy(const Places &places, const QDateTime &now);

} // namespace lightwell::picturebin
